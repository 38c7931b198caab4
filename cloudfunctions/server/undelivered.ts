import { sql } from 'kysely';
import { rolesOf } from './caller';
import type { SignedIn } from './context';

export type Filter = 'open' | 'handled';
type Here = Pick<SignedIn, 'tx' | 'courtId' | 'now' | 'caller'>;

/** How many calls wait, for those whose list it is. */
export async function countUndelivered({ tx, courtId, caller }: Here): Promise<number> {
  const roles = rolesOf(caller);
  if (!roles.has('clerk') && !roles.has('judge') && !roles.has('chief')) return 0;
  const { waiting } = await tx
    .selectFrom(calls({ tx, courtId }, 'open').as('u'))
    .select((e) => e.fn.countAll<number>().as('waiting'))
    .where('nth', '=', 1)
    .executeTakeFirstOrThrow();
  return waiting;
}

/** One call is for all that a person was to hear of one case: its latest message is the first of its rows. */
export function calls({ tx, courtId }: Pick<Here, 'tx' | 'courtId'>, filter: Filter) {
  const ofPerson = sql`partition by case_id, party_id, account_id, handled_at`;
  return tx
    .selectFrom('undelivered')
    .selectAll()
    .select([
      sql<Date>`min(at) over (${ofPerson})`.as('since'),
      sql<number>`(count(*) over (${ofPerson}))::int`.as('messages'),
      sql<number>`(row_number() over (${ofPerson} order by at desc, notice_id desc))::int`.as('nth'),
    ])
    .where('court_id', '=', courtId)
    .where('handled_at', filter === 'open' ? 'is' : 'is not', null);
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

/** Nobody need be told any more of what a case that has ended had asked of him. */
export async function dropCalls(
  { tx, courtId, now }: Pick<Here, 'tx' | 'courtId' | 'now'>,
  caseId: string,
): Promise<void> {
  await tx
    .updateTable('undelivered')
    .set({ handled_at: now, handling: 'case-ended' })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('handled_at', 'is', null)
    .execute();
}
