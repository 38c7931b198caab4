import type { OutputOf } from '../../shared/actions';
import { abilitiesOf, type Button } from '../../shared/cases/abilities';
import { COURT_ROLES, type Role } from '../../shared/cases/roles';
import {
  ACTED_AS_WORDS,
  type ActedAs,
  KEPT_FROM_THE_OTHER_SIDE,
  SIDE_WORDS,
} from '../../shared/cases/wording';
import { rolesOf } from './caller';
import { caseStatement } from './case-statement';
import { type CaseReader, timelineOf } from './case-timeline';
import type { CaseRow } from './cases';
import type { SignedIn } from './context';
import { courtOf } from './court';
import { enforcementRoad } from './enforcement-road';
import { type Plan, plansOf } from './plans';
import { portionsOf } from './statements';

export type CaseRecord = OutputOf<'get-my-case'>['record'];

/** The part of a case that both parties and the court read, as this reader may see it. */
export async function buildCaseRecord(
  context: SignedIn,
  row: CaseRow,
  reader: CaseReader,
): Promise<CaseRecord> {
  const payments = await paymentsOf(context, row.case_id);
  const plans = await plansOf(context, row.case_id);
  const requests = await requestsOf(context, row.case_id, reader);
  return {
    caseId: row.case_id,
    taskNumber: row.task_number,
    caseNumber: row.case_number,
    cause: row.cause,
    courtName: (await courtOf(context)).name,
    instrumentType: row.instrument_type,
    effectiveDay: row.effective_day,
    dueDay: row.due_day,
    status: row.status,
    statement: await caseStatement(context, row),
    portions: await portionsOf(context, row),
    payments,
    plans: plans.map(showPlan),
    requests,
    timeline: await timelineOf(context, row.case_id, reader),
    certificate: await certificateLine(context, row.case_id),
    can: abilitiesOf({
      status: row.status,
      roles: rolesAs(context, reader),
      idle: await idleButtons(context, row, reader, { payments, plans, requests }),
    }),
  };
}

function rolesAs({ caller }: SignedIn, reader: CaseReader): Role[] {
  if (reader !== 'court') return [reader];
  const roles = rolesOf(caller);
  return COURT_ROLES.filter((role) => roles.has(role));
}

interface Found {
  payments: CaseRecord['payments'];
  plans: Plan[];
  requests: CaseRecord['requests'];
}

/** The buttons that have nothing to act on now. */
async function idleButtons(
  context: SignedIn,
  row: CaseRow,
  reader: CaseReader,
  { payments, plans, requests }: Found,
): Promise<Button[]> {
  const undecided = payments.some(({ state }) => state === 'registered' || state === 'disputed');
  const toAnswer = plans.some(({ row: plan }) => plan.state === 'proposed' && plan.proposed_side !== reader);
  const open = requests.some(({ state }) => state === 'open');
  const road = await enforcementRoad(context, row);
  const idle: [Button, boolean][] = [
    ['decidePayment', !undecided],
    ['decidePlan', !toAnswer],
    ['decideRequest', !open],
    ['applyForEnforcement', !road.open],
  ];
  return idle.filter(([, nothing]) => nothing).map(([button]) => button);
}

async function paymentsOf({ tx, courtId }: SignedIn, caseId: string): Promise<CaseRecord['payments']> {
  const rows = await tx
    .selectFrom('payments')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .orderBy('registered_at', 'desc')
    .orderBy('payment_id')
    .execute();
  return rows.map((row) => ({
    paymentId: row.payment_id,
    amount: row.amount_fen,
    paidDay: row.paid_day,
    method: row.method,
    state: row.state,
    note: row.note,
    registeredBy: ACTED_AS_WORDS[row.registered_role as ActedAs],
    registeredAt: row.registered_at.toISOString(),
    disputeReason: row.state === 'disputed' || row.state === 'rejected' ? row.decision_note : null,
    fileIds: row.file_ids,
  }));
}

function showPlan({ row, instalments }: Plan): CaseRecord['plans'][number] {
  const helper = row.proposed_as === 'self' ? '' : `（${ACTED_AS_WORDS[row.proposed_as]}）`;
  return {
    planId: row.plan_id,
    state: row.state,
    proposedBy: `${SIDE_WORDS[row.proposed_side]}${helper}`,
    proposedAt: row.proposed_at.toISOString(),
    note: row.note,
    instalments,
  };
}

async function requestsOf(
  { tx, courtId }: SignedIn,
  caseId: string,
  reader: CaseReader,
): Promise<CaseRecord['requests']> {
  const rows = await tx
    .selectFrom('requests')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .orderBy('request_id')
    .execute();
  return rows.map((row) => ({
    requestId: row.request_id,
    kind: row.kind,
    state: row.state,
    at: row.made_at.toISOString(),
    ...(reader === 'obligee'
      ? { text: KEPT_FROM_THE_OTHER_SIDE, answer: null, fileIds: [] }
      : { text: row.text, answer: row.answer, fileIds: row.file_ids }),
  }));
}

async function certificateLine(
  { tx, courtId }: SignedIn,
  caseId: string,
): Promise<CaseRecord['certificate']> {
  const found = await tx
    .selectFrom('certificates')
    .select(['number', 'issued_at'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return found ? { number: found.number, issuedAt: found.issued_at.toISOString() } : null;
}
