import { rolesOf } from './caller';
import type { SignedIn } from './context';

type Here = Pick<SignedIn, 'tx' | 'courtId' | 'now' | 'caller'>;

/** How many calls wait, for those whose list it is. */
export async function countUndelivered({ tx, courtId, caller }: Here): Promise<number> {
  const roles = rolesOf(caller);
  if (!roles.has('clerk') && !roles.has('judge') && !roles.has('chief')) return 0;
  const { waiting } = await tx
    .selectFrom('undelivered')
    .select((e) => e.fn.countAll<number>().as('waiting'))
    .where('court_id', '=', courtId)
    .where('handled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return waiting;
}

interface Whom {
  caseId: string;
  partyId: string | null;
  accountId: string | null;
}

/** One call is enough for all that one person was to hear of one case. Answers how many rows it closed. */
export async function closeUndelivered(
  { tx, courtId, now, caller }: Here,
  { caseId, partyId, accountId }: Whom,
  handling: string,
  note: string | null = null,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('undelivered')
    .set({ handled_at: now, handled_by: caller.accountId, handling, note })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('party_id', partyId ? '=' : 'is', partyId)
    .where('account_id', accountId ? '=' : 'is', accountId)
    .where('handled_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
