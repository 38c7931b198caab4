import type { InputOf } from '../../../shared/actions';
import { LONGEST_NOTICE_DAYS } from '../../../shared/cases/bounty-notice';
import { addDays } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import { ensurePublishable } from '../bounties/publishable';
import { type BountyRow, caseOfBounty, lockBounty, setBounty } from '../bounties/rows';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { holdersOf, ring } from '../rings';

type Input = InputOf<'decide-bounty'>;

export const decideBounty: Handler<'decide-bounty'> = async (input, context) => {
  const { tx, courtId, caller, now } = context;
  const { row: ofCase } = await openCase(context, await caseOfBounty(context, input.bountyId));
  const row = await lockBounty(context, input.bountyId, 'applied');
  const decided = { decided_by: caller.accountId, decided_at: now, note: input.note || null };
  if (input.decision === 'refused') await setBounty(context, row.bounty_id, { state: 'refused', ...decided });
  else {
    if (ofCase.status !== 'filed') throw new Refusal('bounty-not-filed');
    await setBounty(context, row.bounty_id, {
      state: 'drafted',
      ...decided,
      ...(await draft(context, input, row)),
    });
    const others = await holdersOf(tx, courtId, ['judge', 'chief'], now);
    await ring(
      context,
      others.filter((one) => one !== caller.accountId),
      { kind: 'approval', aboutId: row.bounty_id, step: 2 },
    );
  }
  const { bountyId, decision } = input;
  await context.audit(ofCase.case_id, 'decide-bounty', { bountyId, decision });
  return { done: true };
};

async function draft(context: SignedIn, input: Input, row: BountyRow) {
  const [text, expires_day] = [input.text!, input.expiresDay!];
  if (row.sought === 'person' && !input.personDecision) throw new Refusal('bounty-person');
  if (expires_day <= context.today || expires_day > addDays(context.today, LONGEST_NOTICE_DAYS))
    throw new Refusal('bounty-day-wrong');
  await ensurePublishable(context, row.case_id, text);
  return { text, expires_day, person_decision: row.sought === 'person' ? input.personDecision! : null };
}
