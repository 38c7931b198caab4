import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { staffAccount } from '../staff';

export const excludeFromTips: Handler<'exclude-from-tips'> = async (input, context) => {
  const { tx, courtId, caller, now } = context;
  const { accountId, caseId, excluded, reason } = input;
  await staffAccount(context, accountId);
  const found = await tx
    .selectFrom('cases')
    .select('case_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!found) throw new Refusal('not-found-or-not-yours');
  if (excluded) {
    const row = { reason, made_by: caller.accountId, at: now };
    await tx
      .insertInto('tip_exclusions')
      .values({ court_id: courtId, account_id: accountId, case_id: caseId, ...row })
      .onConflict((c) => c.columns(['court_id', 'account_id', 'case_id']).doUpdateSet(row))
      .execute();
  } else {
    await tx
      .deleteFrom('tip_exclusions')
      .where('court_id', '=', courtId)
      .where('account_id', '=', accountId)
      .where('case_id', '=', caseId)
      .execute();
  }
  await context.audit('court', 'exclude-from-tips', { accountId, caseId, excluded });
  return { done: true };
};
