import { calendarsOf } from '../calendars';
import type { Handler } from '../context';
import { dataRequests, lineOf } from '../data-requests/rows';

export const listMyDataRequests: Handler<'list-my-data-requests'> = async (_input, context) => {
  const rows = await dataRequests(context)
    .selectAll('r')
    .select('c.task_number')
    .where('r.account_id', '=', context.caller.accountId)
    .orderBy('r.made_at', 'desc')
    .orderBy('r.request_id')
    .limit(100)
    .execute();
  const calendar = await calendarsOf(context.tx);
  return { requests: rows.map((row) => lineOf(row, calendar, context.today)) };
};
