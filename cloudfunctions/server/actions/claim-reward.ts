import { type Exclusion, isLiftable } from '../../../shared/cases/reward';
import { citizenCheckLetter } from '../../../shared/import/id-number';
import { Refusal } from '../../../shared/refusal';
import type { Context, PublicHandler } from '../context';
import { barTip } from '../rewards/bar';
import { exclusionOf } from '../rewards/exclusion';
import { lastRewardOf, setReward } from '../rewards/rows';
import { sealIdentity } from '../rewards/tipster';
import { holdersOf, ring } from '../rings';
import { tipByCode } from '../tips/code';
import type { TipRow } from '../tips/rows';

export const claimReward: PublicHandler<'claim-reward'> = async (input, context) => {
  const { code, declares: _declared, ...identity } = input;
  const row = await tipByCode(context, code);
  const reward = await lastRewardOf(context, row);
  if (!reward || !['approved', 'claimed', 'blocked'].includes(reward.state)) throw new Refusal('reward-none');
  if (citizenCheckLetter(identity.idNumber) !== identity.idNumber.at(-1))
    throw new Refusal('reward-identity-wrong');
  await keepIdentity(context, row, sealIdentity(context, identity));
  const exclusion = await exclusionOf(context, reward.case_id, identity);
  const state = !exclusion ? 'claimed' : isLiftable(exclusion) ? 'blocked' : 'void';
  await setReward(context, reward.reward_id, { state, exclusion });
  if (state === 'void') await barTip(context, row.tip_id);
  const { tx, courtId, now } = context;
  const next = await holdersOf(tx, courtId, state === 'claimed' ? ['tip-custodian'] : ['chief'], now);
  await ring(context, next, { kind: 'approval', aboutId: reward.reward_id, step: 2 });
  await context.audit('court', 'claim-reward', { rewardId: reward.reward_id, seq: row.seq, state });
  return { sentence: sentenceOf(exclusion) };
};

function sentenceOf(exclusion: Exclusion | null): string {
  if (!exclusion) return '身份已经登记，单独保管。法院核对后发放，请留意账户。';
  return isLiftable(exclusion)
    ? '身份已经登记。您是联络员或网格员，要等法院书面同意才能领取，请过几天再来看。'
    : '按法律规定，本案当事人、申请执行人的代理人和法院工作人员不能领取。有不同意见的，可以在这里提出。';
}

async function keepIdentity({ tx, courtId, now }: Context, row: TipRow, identity_sealed: string) {
  await tx
    .insertInto('tipsters')
    .values({ court_id: courtId, tip_id: row.tip_id, identity_sealed, given_at: now })
    .onConflict((c) => c.columns(['court_id', 'tip_id']).doUpdateSet({ identity_sealed, given_at: now }))
    .execute();
}
