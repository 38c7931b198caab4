import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase } from '../cases';
import { recordConsent } from '../consent';
import type { Handler } from '../context';
import { fileRequest } from '../requests';
import { addToTimeline } from '../storage/timeline';

export const registerObjection: Handler<'register-objection'> = async (input, context) => {
  const { row, relations } = await openCase(context, input.caseId);
  ensureCan('object', row.status, '提出异议');
  await recordConsent(context, row.case_id, relations, 'register-objection', input.onBehalf);
  const requestId = await fileRequest(context, input, 'objection');
  await context.audit(row.case_id, 'register-objection', { requestId });
  await addToTimeline(context, row.case_id, COURSE.objectionMade);
  return { requestId };
};
