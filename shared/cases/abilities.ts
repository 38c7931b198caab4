import type { ActionName } from '../actions';
import { mayCall } from './access';
import { type CaseAbility, type CaseStatus, caseCan } from './case-status';
import type { Role } from './roles';

/** The action behind each button; the table of access says which roles may press it. */
const ACTION_OF = {
  startSupervision: 'start-supervision',
  withdrawSupervision: 'withdraw-supervision',
  registerPayment: 'register-payment',
  decidePayment: 'confirm-payment',
  proposePlan: 'propose-plan',
  decidePlan: 'accept-plan',
  object: 'register-objection',
  reportHardship: 'report-hardship',
  decideRequest: 'decide-request',
  applyForEnforcement: 'apply-for-enforcement',
  recordFiling: 'record-enforcement-filing',
} as const satisfies Partial<Record<CaseAbility, ActionName>>;

export type Button = keyof typeof ACTION_OF;

export interface CaseFacts {
  status: CaseStatus;
  /** What the reader is to this case. */
  roles: readonly Role[];
  /** Buttons for which there is nothing to press now: no plan to answer, the due day not yet passed … */
  idle: readonly Button[];
}

/** Which buttons work now: the status allows it, the reader may, and there is something to do it to. */
export function abilitiesOf({ status, roles, idle }: CaseFacts): Record<Button, boolean> {
  const works = (button: Button) =>
    caseCan(button, status) && mayCall(ACTION_OF[button], new Set(roles)) && !idle.includes(button);
  const buttons = Object.keys(ACTION_OF) as Button[];
  return Object.fromEntries(buttons.map((button) => [button, works(button)])) as Record<Button, boolean>;
}
