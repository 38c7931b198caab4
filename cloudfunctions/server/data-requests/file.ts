import type { Insertable } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { Binding } from '../caller';
import type { SignedIn } from '../context';
import type { DataRequestsTable } from '../storage/database';

const MOST_A_DAY = 10;
const A_DAY_MS = 24 * 3_600_000;

/** What he is himself. Whoever acts for somebody else asks nothing of that person's data. */
export const ownBindings = ({ caller }: SignedIn): Binding[] =>
  caller.bindings.filter(({ asProxy }) => !asProxy);

/** He as the party that he names; as nobody's but his own. */
export function ownParty(context: SignedIn, partyId: string | undefined): Binding | null {
  if (partyId === undefined) return null;
  const own = ownBindings(context).find((binding) => binding.partyId === partyId);
  if (!own) throw new Refusal('not-found-or-not-yours');
  return own;
}

type Wish = Pick<
  Insertable<DataRequestsTable>,
  'kind' | 'party_id' | 'field' | 'scope' | 'wanted_sealed' | 'why'
>;

/** Files a request, with its line at the case, or at the court for an account. */
export async function fileDataRequest(context: SignedIn, wish: Wish, own: Binding | null): Promise<string> {
  await refuseTwinOrFlood(context, wish);
  const requestId = context.app.newId('dataRequest');
  await context.tx
    .insertInto('data_requests')
    .values({
      court_id: context.courtId,
      request_id: requestId,
      account_id: context.caller.accountId,
      made_at: context.now,
      ...wish,
    })
    .execute();
  const { kind, field, scope } = wish;
  const facts = { requestId, kind, field: field ?? null, scope: scope ?? null };
  await context.audit(own?.caseId ?? 'court', 'request-of-own-data', facts);
  return requestId;
}

async function refuseTwinOrFlood({ tx, courtId, caller, now }: SignedIn, wish: Wish): Promise<void> {
  const rows = await tx
    .selectFrom('data_requests')
    .select(['kind', 'party_id', 'field', 'scope', 'state', 'made_at'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where((e) => e.or([e('state', '=', 'open'), e('made_at', '>', new Date(now.getTime() - A_DAY_MS))]))
    .execute();
  const isTwin = (row: (typeof rows)[number]) =>
    row.state === 'open' &&
    row.kind === wish.kind &&
    row.party_id === (wish.party_id ?? null) &&
    row.field === (wish.field ?? null) &&
    row.scope === (wish.scope ?? null);
  if (wish.field !== 'other' && rows.some(isTwin)) throw new Refusal('data-request-open');
  const today = rows.filter(({ made_at }) => made_at.getTime() > now.getTime() - A_DAY_MS);
  if (today.length >= MOST_A_DAY) throw new Refusal('data-request-too-often');
}
