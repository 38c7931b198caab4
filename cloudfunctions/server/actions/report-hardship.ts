import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase } from '../cases';
import { recordConsent } from '../consent';
import type { Handler } from '../context';
import { fileRequest } from '../requests';
import { addToTimeline } from '../storage/timeline';

export const reportHardship: Handler<'report-hardship'> = async (input, context) => {
  const { row, relations } = await openCase(context, input.caseId);
  ensureCan('reportHardship', row.status, '说明困难');
  await recordConsent(context, row.case_id, relations, 'report-hardship', input.onBehalf);
  const requestId = await fileRequest(context, input, 'hardship');
  await context.audit(row.case_id, 'report-hardship', { requestId });
  await addToTimeline(context, row.case_id, COURSE.hardshipReported);
  return { requestId };
};
