import { casesWanted } from '../case-filter';
import { selectCaseLines } from '../case-lines';
import type { Handler } from '../context';

const PER_PAGE = 50;

export const listCases: Handler<'list-cases'> = async (input, context) => {
  const wanted = casesWanted(input, context);
  const { total } = await context.tx
    .selectFrom('cases as c')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('c.court_id', '=', context.courtId)
    .where(wanted)
    .executeTakeFirstOrThrow();
  const cases = await selectCaseLines(context)
    .where(wanted)
    .orderBy('c.due_day')
    .orderBy('c.case_number')
    .limit(PER_PAGE)
    .offset((input.page - 1) * PER_PAGE)
    .execute();
  return { cases, total, page: input.page, pages: Math.max(1, Math.ceil(total / PER_PAGE)) };
};
