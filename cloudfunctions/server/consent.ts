import type { InputOf } from '../../shared/actions';
import type { Relation } from '../../shared/cases/roles';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';

type OnBehalf = NonNullable<InputOf<'register-payment'>['onBehalf']>;

/**
 * Who acts for the debtor says how he agreed, and that is kept (feature 39). The debtor himself, and
 * court staff who enter what he told them at the counter, need no consent of his.
 */
export async function recordConsent(
  context: SignedIn,
  caseId: string,
  relations: Set<Relation>,
  action: string,
  onBehalf: OnBehalf | undefined,
): Promise<void> {
  if (relations.has('obligor') || relations.has('obligee') || relations.has('court')) return;
  if (!onBehalf) throw new Refusal('consent-needed');
  await context.tx
    .insertInto('proxy_consents')
    .values({
      court_id: context.courtId,
      consent_id: context.app.newId('consent'),
      case_id: caseId,
      given_to_account_id: context.caller.accountId,
      relation: onBehalf.relation,
      consent: onBehalf.consent,
      note: onBehalf.note,
      action,
      recorded_at: context.now,
    })
    .execute();
}
