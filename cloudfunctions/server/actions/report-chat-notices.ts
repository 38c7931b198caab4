import { settleReports } from '../chat/settle';
import type { Handler } from '../context';

/** The audit line of what was said is the same that every carrier’s sender leaves. */
export const reportChatNotices: Handler<'report-chat-notices'> = async ({ gateway, reports }, context) => ({
  settled: await settleReports(context, gateway, reports),
});
