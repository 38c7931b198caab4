import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { REWARD_STATE_WORDS, type RewardState } from '../../../shared/cases/reward';
import { Refusal } from '../../../shared/refusal';
import type { Context, SignedIn } from '../context';
import type { RewardsTable } from '../storage/tip-tables';
import { isKeptOut, type TipRow } from '../tips/rows';

export type RewardRow = Selectable<RewardsTable>;

/** The last reward in which this tip had or has the claim. */
export function lastRewardOf(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  row: Pick<TipRow, 'tip_id'>,
): Promise<RewardRow | undefined> {
  return tx
    .selectFrom('rewards')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .orderBy('proposed_at', 'desc')
    .orderBy('reward_id')
    .executeTakeFirst();
}

/** Locked, and none of a case from whose tips the caller is kept. */
export async function openReward(context: SignedIn, rewardId: string): Promise<RewardRow> {
  const row = await context.tx
    .selectFrom('rewards as r')
    .selectAll('r')
    .where('r.court_id', '=', context.courtId)
    .where('r.reward_id', '=', rewardId)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`r.case_id`))))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

export function ensureReward(row: RewardRow, ...states: RewardState[]): void {
  if (!states.includes(row.state))
    throw new Refusal('reward-state-forbids', { state: REWARD_STATE_WORDS[row.state] });
}

/** Whoever proposed it, approved it or refused it. */
export const tookPart = (row: RewardRow): string[] =>
  [row.proposed_by, row.first_by, row.second_by, row.refused_by].flatMap((one) => one ?? []);

export async function setReward(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  rewardId: string,
  values: Partial<RewardRow>,
): Promise<void> {
  await tx
    .updateTable('rewards')
    .set(values)
    .where('court_id', '=', courtId)
    .where('reward_id', '=', rewardId)
    .execute();
}
