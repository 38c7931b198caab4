import { type Selectable, sql } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import type { TipsterOpeningsTable } from '../storage/tip-tables';
import { isKeptOut } from './rows';

export type OpeningRow = Selectable<TipsterOpeningsTable>;

/** Locked; none of a case from whose tips the caller is kept. */
export async function openOpening(context: SignedIn, openingId: string): Promise<OpeningRow> {
  const row = await context.tx
    .selectFrom('tipster_openings as o')
    .innerJoin('tips as t', (j) =>
      j.onRef('t.court_id', '=', 'o.court_id').onRef('t.tip_id', '=', 'o.tip_id'),
    )
    .selectAll('o')
    .where('o.court_id', '=', context.courtId)
    .where('o.opening_id', '=', openingId)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`t.case_id`))))
    .forUpdate('o')
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

/** His own, granted by another, and not over. */
export const isOpenTo = ({ caller, now }: SignedIn, row: OpeningRow): boolean =>
  row.asked_by === caller.accountId && row.state === 'granted' && row.expires_at! > now;
