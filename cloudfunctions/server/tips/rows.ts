import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { TIP_STATE_WORDS, type TipState, tipDueAt, tipMay } from '../../../shared/cases/tip';
import type { Day } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { Context, SignedIn } from '../context';
import { SEALED } from '../sensitive';
import type { TipsTable } from '../storage/tip-tables';

export type TipRow = Selectable<TipsTable>;

/** What the citizen told, sealed as one. */
export interface TipContent {
  words: string;
  place: string;
  point: { latitude: number; longitude: number } | null;
  seenDay: Day;
  seenWhen: string;
  whom: string | null;
}

type Here = Pick<Context, 'app'>;

export const sealContent = ({ app }: Here, content: TipContent): string =>
  app.tipVault.seal(SEALED.tipContent, JSON.stringify(content));

/** Null once its time of keeping is over. Whoever calls this leaves a line; the tipster himself leaves none. */
export const openContent = ({ app }: Here, row: Pick<TipRow, 'content_sealed'>): TipContent | null =>
  row.content_sealed ? JSON.parse(app.tipVault.open(SEALED.tipContent, row.content_sealed)) : null;

/**
 * Whether the caller is kept from the tips of this case: a party or with a party's telephone, of the debtor's village or
 * town, or excluded by hand. `caseId` is a column of the query.
 */
export function isKeptOut({ courtId, caller }: SignedIn, caseId: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const me = caller.accountId;
  return isAccountKeptOut(courtId, sql`${me}`, caseId);
}

export function isAccountKeptOut(
  courtId: string,
  account: RawBuilder<unknown>,
  caseId: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  // Names of its own throughout: what it is asked about is a column of the query around it.
  return sql<SqlBool>`(
    exists (select from tip_exclusions ko_hand
      where ko_hand.court_id = ${courtId} and ko_hand.account_id = ${account} and ko_hand.case_id = ${caseId})
    or exists (
      select from parties ko where ko.court_id = ${courtId} and ko.case_id = ${caseId} and (
        exists (select from party_bindings ko_binding
          where ko_binding.court_id = ko.court_id and ko_binding.party_id = ko.party_id
            and ko_binding.account_id = ${account})
        or exists (select from accounts ko_account
          where ko_account.court_id = ko.court_id and ko_account.account_id = ${account}
            and ko_account.phone_index = ko.phone_index)
        or (ko.side = 'obligor' and exists (
          select from role_grants ko_grant
          left join villages ko_village on ko_village.court_id = ko.court_id and ko_village.village_id = ko.village_id
          where ko_grant.court_id = ko.court_id and ko_grant.account_id = ${account} and ko_grant.revoked_at is null
            and (ko_grant.village_id = ko.village_id or ko_grant.town_id = ko_village.town_id))))))`;
}

/** A tip that the caller may see, locked. Kept out and not there answer alike. */
export async function openTip(context: SignedIn, tipId: string): Promise<TipRow> {
  const { tx, courtId } = context;
  const row = await tx
    .selectFrom('tips as t')
    .selectAll('t')
    .where('t.court_id', '=', courtId)
    .where('t.tip_id', '=', tipId)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`t.case_id`))))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

export function ensureTipMay(row: TipRow, to: TipState): void {
  if (!tipMay(row.state, to)) throw new Refusal('tip-state-forbids', { state: TIP_STATE_WORDS[row.state] });
}

const REACHED = {
  accepted: 'accepted_at',
  dispatched: 'dispatched_at',
  'on-site': 'on_site_at',
  done: 'done_at',
} as const;

/** Moves these tips into a state, with its clock; the first time counts for the figures. */
export async function setTipState(
  { tx, courtId, now }: Pick<Context, 'tx' | 'courtId' | 'now'>,
  tipIds: readonly string[],
  state: TipState,
  more: Partial<Pick<TipRow, 'case_id' | 'clue_id' | 'refusal' | 'note_sealed' | 'bounty_id'>> = {},
): Promise<void> {
  const reached = state in REACHED ? REACHED[state as keyof typeof REACHED] : null;
  await tx
    .updateTable('tips')
    .set({ state, state_since: now, due_at: tipDueAt(state, now), rung: 0, ...more })
    .$if(reached !== null, (q) => q.set({ [reached!]: sql`coalesce(${sql.ref(reached!)}, ${now})` } as never))
    .where('court_id', '=', courtId)
    .where('tip_id', 'in', tipIds)
    .execute();
}

/** The clock runs anew for whoever has to act next. */
export async function setTipClock(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  tipIds: readonly string[],
  dueAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('tips')
    .set({ due_at: dueAt, rung: 0 })
    .where('court_id', '=', courtId)
    .where('tip_id', 'in', tipIds)
    .execute();
}
