import { sql } from 'kysely';
import { promiseOf } from '../../../shared/cases/bounty-notice';
import { rewardSums } from '../../../shared/cases/reward';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { holdersOf, ring } from '../rings';
import { claimant, tipsOfClue } from '../tips/clues';
import { isKeptOut, type TipRow } from '../tips/rows';

export const proposeReward: Handler<'propose-reward'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  const row = await tipByNumber(context, input.tipNumber);
  const { clueId, caseId, terms } = await termsOf(context, row);
  const payee = claimant(await tipsOfClue(context, row));
  if (payee === null) throw new Refusal('reward-not-due', { why: '提供同样线索的人都不能领取' });
  const sums = rewardSums(terms, input.realized);
  if (sums.bounty === 0) throw new Refusal('reward-not-due', { why: '按公告算出的奖励是零' });
  await ensureNone(context, clueId);
  const rewardId = app.newId('reward');
  await tx
    .insertInto('rewards')
    .values({
      court_id: courtId,
      reward_id: rewardId,
      clue_id: clueId,
      tip_id: payee,
      case_id: caseId,
      realized_fen: input.realized,
      amount_fen: sums.bounty,
      from_creditor_fen: sums.fromCreditor,
      from_insurer_fen: sums.fromInsurer,
      creditor_net_fen: sums.creditorNet,
      basis: input.basis,
      proposed_by: caller.accountId,
      proposed_at: now,
    })
    .execute();
  await ring(context, await holdersOf(tx, courtId, ['chief'], now), { kind: 'approval', aboutId: rewardId });
  await context.audit('court', 'propose-reward', {
    rewardId,
    seq: row.seq,
    realized: input.realized,
    amount: sums.bounty,
  });
  return { rewardId, amount: sums.bounty };
};

async function tipByNumber(context: SignedIn, number: number): Promise<TipRow> {
  const row = await context.tx
    .selectFrom('tips as t')
    .selectAll('t')
    .where('t.court_id', '=', context.courtId)
    .where('t.seq', '=', number)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`t.case_id`))))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

/** 法释〔2017〕8号 24: a clue that the court did not have, under a notice that promised something for it. */
async function termsOf({ tx, courtId }: SignedIn, row: TipRow) {
  const clue = await tx
    .selectFrom('clues as k')
    .leftJoin('bounty_notices as b', (j) =>
      j.onRef('b.court_id', '=', 'k.court_id').onRef('b.bounty_id', '=', 'k.bounty_id'),
    )
    .select(['k.clue_id', 'k.case_id', 'k.known_before', 'b.bounty_id', 'b.mode', 'b.payer'])
    .select(['b.share_bp', 'b.fixed_fen', 'b.cap_fen', 'b.cover_fen'])
    .where('k.court_id', '=', courtId)
    .where('k.clue_id', '=', row.clue_id)
    .executeTakeFirst();
  if (!clue) throw new Refusal('reward-not-due', { why: '这条线索没有被采用' });
  if (clue.known_before) throw new Refusal('reward-not-due', { why: '法院以前已经掌握这条线索' });
  if (!clue.bounty_id) throw new Refusal('reward-not-due', { why: '收到这条线索时没有公告' });
  const promise = promiseOf({
    mode: clue.mode!,
    shareBp: clue.share_bp,
    fixedFen: clue.fixed_fen,
    capFen: clue.cap_fen,
  });
  return {
    clueId: clue.clue_id,
    caseId: clue.case_id,
    terms: { promise, payer: clue.payer!, coverFen: clue.cover_fen },
  };
}

async function ensureNone({ tx, courtId }: SignedIn, clueId: string): Promise<void> {
  const found = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('court_id', '=', courtId)
    .where('clue_id', '=', clueId)
    .where('state', 'not in', ['refused', 'void'])
    .executeTakeFirst();
  if (found) throw new Refusal('reward-exists');
}
