import { Refusal } from '../../../shared/refusal';
import { ensurePublishable, shownOf } from '../bounties/publishable';
import { type BountyRow, caseOfBounty, lockBounty, setBounty } from '../bounties/rows';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { ring } from '../rings';
import { nextPaperNumber } from '../storage/numbers';

export const approveBounty: Handler<'approve-bounty'> = async ({ bountyId, decision, note }, context) => {
  const { row: ofCase } = await openCase(context, await caseOfBounty(context, bountyId));
  const row = await lockBounty(context, bountyId, 'drafted');
  if (row.decided_by === context.caller.accountId) throw new Refusal('bounty-own');
  if (decision === 'send-back') {
    await setBounty(context, bountyId, { state: 'applied', decided_by: null, decided_at: null, note });
    await context.audit(row.case_id, 'approve-bounty', { bountyId, decision });
    return { number: null };
  }
  if (ofCase.status !== 'filed') throw new Refusal('bounty-not-filed');
  if (row.expires_day! <= context.today) throw new Refusal('bounty-day-wrong');
  const number = await publish(context, row);
  await context.audit(row.case_id, 'approve-bounty', { bountyId, decision, number });
  return { number };
};

async function publish(context: SignedIn, row: BountyRow): Promise<string> {
  const { tx, courtId, caller, now, today } = context;
  await ensurePublishable(context, row.case_id, row.text!);
  const { shown, townId } = await shownOf(context, row.case_id);
  const year = Number(today.slice(0, 4));
  const number = `${year}-${String(await nextPaperNumber(tx, courtId, 'bounty', year)).padStart(4, '0')}`;
  await setBounty(context, row.bounty_id, {
    state: 'published',
    approved_by: caller.accountId,
    approved_at: now,
    number,
    town_id: townId,
    shown: JSON.stringify(shown),
  });
  if (townId) await tellFollowers(context, townId, shown.area, row.bounty_id);
  return number;
}

/** The area and nothing else: whose notice it is, is read on the open page by whoever looks. */
async function tellFollowers(
  context: SignedIn,
  townId: string,
  area: string,
  aboutId: string,
): Promise<void> {
  const followers = await context.tx
    .selectFrom('area_follows')
    .select('account_id')
    .where('court_id', '=', context.courtId)
    .where('town_id', '=', townId)
    .orderBy('account_id')
    .execute();
  await ring(
    context,
    followers.map(({ account_id }) => account_id),
    { kind: 'area-news', aboutId, facts: { area } },
  );
}
