import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { openReward, setReward, tookPart } from '../rewards/rows';

/** An objection that is right undoes a refusal, which is then decided anew; what was paid stays paid and is talked about. */
export const answerRewardDispute: Handler<'answer-reward-dispute'> = async (input, context) => {
  const { rewardId, upheld, answer } = input;
  const reward = await openReward(context, rewardId);
  if (!reward.dispute_at || reward.dispute_answer) throw new Refusal('reward-dispute-none');
  if (tookPart(reward).includes(context.caller.accountId)) throw new Refusal('reward-own');
  const anew = upheld && reward.state === 'refused' && !(await hasAnother(context, reward));
  await setReward(context, rewardId, {
    dispute_answer: answer,
    dispute_answered_by: context.caller.accountId,
    ...(anew
      ? {
          state: 'proposed',
          first_by: null,
          first_at: null,
          second_by: null,
          second_at: null,
          refused_by: null,
        }
      : {}),
  });
  await context.audit('court', 'answer-reward-dispute', { rewardId, upheld });
  return { done: true };
};

type Context = Parameters<typeof openReward>[0];
type Reward = Awaited<ReturnType<typeof openReward>>;

async function hasAnother({ tx, courtId }: Context, { clue_id }: Reward): Promise<boolean> {
  const found = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('court_id', '=', courtId)
    .where('clue_id', '=', clue_id)
    .where('state', 'not in', ['refused', 'void'])
    .executeTakeFirst();
  return found !== undefined;
}
