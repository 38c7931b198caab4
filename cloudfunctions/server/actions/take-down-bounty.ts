import { caseOfBounty, lockBounty, setBounty } from '../bounties/rows';
import { openCase } from '../cases';
import type { Handler } from '../context';

export const takeDownBounty: Handler<'take-down-bounty'> = async ({ bountyId, reason }, context) => {
  const { row: ofCase } = await openCase(context, await caseOfBounty(context, bountyId));
  await lockBounty(context, bountyId, 'published', 'drafted');
  await setBounty(context, bountyId, {
    state: 'ended',
    ending: 'order',
    ended_at: context.now,
    note: reason,
  });
  await context.audit(ofCase.case_id, 'take-down-bounty', { bountyId });
  return { done: true };
};
