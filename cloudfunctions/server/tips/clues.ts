import { type ClaimStanding, claimantOf, standingOf } from '../../../shared/cases/tip';
import type { Context } from '../context';
import type { TipRow } from './rows';

type Here = Pick<Context, 'tx' | 'courtId'>;

/** All tips of one clue, in the order of receipt. A tip without a clue stands alone. */
export async function tipsOfClue({ tx, courtId }: Here, row: TipRow): Promise<TipRow[]> {
  if (row.clue_id === null) return [row];
  return tx
    .selectFrom('tips')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('clue_id', '=', row.clue_id)
    .orderBy('seq')
    .execute();
}

/** Those that move together: what is false moves no more. */
export const movingOf = (tips: readonly TipRow[]): string[] =>
  tips.filter(({ state }) => state !== 'false').map(({ tip_id }) => tip_id);

const inOrder = (tips: readonly TipRow[]) =>
  tips.map((tip) => ({
    tipId: tip.tip_id,
    seq: tip.seq,
    isFalse: tip.state === 'false',
    isBarred: tip.barred,
  }));

export const standing = (row: TipRow, tips: readonly TipRow[]): ClaimStanding =>
  standingOf(row.tip_id, inOrder(tips));

export const claimant = (tips: readonly TipRow[]): string | null => claimantOf(inOrder(tips));
