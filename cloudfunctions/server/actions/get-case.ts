import { PAYMENT_METHODS } from '../../../shared/cases/stages';
import { selectCaseLines } from '../case-lines';
import { noticesOf } from '../case-notices';
import { partiesOf, tasksOf, visitsOf } from '../case-parts';
import { buildCaseRecord } from '../case-record';
import { openCase } from '../cases';
import type { Handler } from '../context';

export const getCase: Handler<'get-case'> = async ({ caseId }, context) => {
  const { row } = await openCase(context, caseId);
  const answer = {
    line: await selectCaseLines(context).where('c.case_id', '=', caseId).executeTakeFirstOrThrow(),
    record: await buildCaseRecord(context, row, 'court'),
    parties: await partiesOf(context, caseId),
    tasks: await tasksOf(context, caseId),
    visits: await visitsOf(context, caseId),
    notices: await noticesOf(context, caseId),
    methods: [...PAYMENT_METHODS],
  };
  await context.audit(caseId, 'get-case');
  return answer;
};
