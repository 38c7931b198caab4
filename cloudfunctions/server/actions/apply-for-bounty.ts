import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { holdersOf, ring } from '../rings';

export const applyForBounty: Handler<'apply-for-bounty'> = async (input, context) => {
  const { tx, courtId, now } = context;
  const { row } = await openCase(context, input.caseId);
  if (row.status !== 'filed') throw new Refusal('bounty-not-filed');
  const open = await tx
    .selectFrom('bounty_notices')
    .select('bounty_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', input.caseId)
    .where('state', 'in', ['applied', 'drafted', 'published'])
    .executeTakeFirst();
  if (open) throw new Refusal('bounty-open');
  const bountyId = await keep(context, input);
  await ring(context, await holdersOf(tx, courtId, ['judge'], now), { kind: 'approval', aboutId: bountyId });
  await context.audit(input.caseId, 'apply-for-bounty', {
    bountyId,
    sought: input.sought,
    payer: input.payer,
  });
  return { bountyId };
};

async function keep({ app, tx, courtId, caller, now }: SignedIn, input: InputOf<'apply-for-bounty'>) {
  const bountyId = app.newId('bounty');
  const { mode, shareBp, fixed, cap } = input.promise;
  const isInsured = input.payer === 'insurer';
  await tx
    .insertInto('bounty_notices')
    .values({
      court_id: courtId,
      bounty_id: bountyId,
      case_id: input.caseId,
      mode,
      share_bp: mode === 'share' ? shareBp! : null,
      fixed_fen: mode === 'fixed' ? fixed! : null,
      cap_fen: cap ?? null,
      payer: input.payer,
      policy_number: isInsured ? input.policyNumber! : null,
      cover_fen: isInsured ? input.cover! : null,
      sought: input.sought,
      ways: [...new Set(input.ways)],
      creditor_note: input.note,
      applied_by: caller.accountId,
      applied_at: now,
    })
    .execute();
  return bountyId;
}
