import { bountyLineOf } from '../bounties/rows';
import { calendarsOf } from '../calendars';
import { openCase } from '../cases';
import type { Handler } from '../context';

export const getCaseBounties: Handler<'get-case-bounties'> = async ({ caseId }, context) => {
  const { tx, courtId, today } = context;
  const { row } = await openCase(context, caseId);
  const rows = await tx
    .selectFrom('bounty_notices')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .orderBy('applied_at', 'desc')
    .execute();
  const calendar = await calendarsOf(tx);
  const isOpen = rows.some(({ state }) => state !== 'refused' && state !== 'ended');
  return {
    mayApply: row.status === 'filed' && !isOpen,
    bounties: rows.map((one) => bountyLineOf(one, calendar, today)),
  };
};
