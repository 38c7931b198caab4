import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';

const MOST_A_DAY = 10;
const A_DAY_MS = 24 * 3_600_000;

export const giveFeedback: Handler<'give-feedback'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  await refuseFlood(context);
  const feedbackId = app.newId('feedback');
  await tx
    .insertInto('feedback')
    .values({
      court_id: courtId,
      feedback_id: feedbackId,
      account_id: caller.accountId,
      text: input.text,
      at: now,
    })
    .execute();
  await context.audit('court', 'give-feedback', { feedbackId });
  return { done: true };
};

async function refuseFlood({ tx, courtId, caller, now }: SignedIn): Promise<void> {
  const { given } = await tx
    .selectFrom('feedback')
    .select((e) => e.fn.countAll<number>().as('given'))
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where('at', '>', new Date(now.getTime() - A_DAY_MS))
    .executeTakeFirstOrThrow();
  if (given >= MOST_A_DAY) throw new Refusal('feedback-too-often');
}
