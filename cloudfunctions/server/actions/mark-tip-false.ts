import { TIP_STATE_WORDS } from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { openTip, setTipState, type TipRow } from '../tips/rows';

/** Marks of so many people make it so. */
const NEEDED = 2;

export const markTipFalse: Handler<'mark-tip-false'> = async ({ tipId, reason }, context) => {
  const { tx, courtId, caller, now } = context;
  const row = await openTip(context, tipId);
  if (row.state === 'false') throw new Refusal('tip-state-forbids', { state: TIP_STATE_WORDS.false });
  await ensureNoReward(context, row);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tip_false_marks')
    .values({ court_id: courtId, tip_id: tipId, account_id: caller.accountId, reason, at: now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('tip-marked');
  const { marks } = await tx
    .selectFrom('tip_false_marks')
    .select((e) => e.fn.countAll<number>().as('marks'))
    .where('court_id', '=', courtId)
    .where('tip_id', '=', tipId)
    .executeTakeFirstOrThrow();
  const isFalse = marks >= NEEDED;
  // The others of the same clue stay, and the next of them has the claim.
  if (isFalse) await setTipState(context, [tipId], 'false');
  await context.audit('court', 'mark-tip-false', { seq: row.seq, isFalse });
  return { isFalse };
};

/** Whoever is being paid is not made a liar on the side. */
async function ensureNoReward({ tx, courtId }: SignedIn, row: TipRow): Promise<void> {
  const found = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .where('state', 'not in', ['refused', 'void'])
    .executeTakeFirst();
  if (found) throw new Refusal('tip-reward-under-way');
}
