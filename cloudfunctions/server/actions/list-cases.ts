import { type SqlBool, sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { selectCaseLines } from '../case-lines';
import type { Handler, SignedIn } from '../context';
import { casesInReach } from '../reach';

const PER_PAGE = 50;

export const listCases: Handler<'list-cases'> = async (input, context) => {
  const wanted = filterOf(input, context);
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

function filterOf({ status, townId, search }: InputOf<'list-cases'>, context: SignedIn) {
  const conditions = [casesInReach(context)];
  if (status) conditions.push(sql<SqlBool>`c.status = ${status}`);
  if (townId) conditions.push(sql<SqlBool>`c.town_id = ${townId}`);
  if (search) conditions.push(mentions(search));
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** `strpos` takes the words as they are typed: nothing in them is a pattern. */
function mentions(search: string) {
  return sql<SqlBool>`(
    strpos(c.case_number, ${asInCaseNumbers(search)}) > 0
    or exists (
      select from parties p
      where p.court_id = c.court_id and p.case_id = c.case_id and strpos(p.name, ${search}) > 0))`;
}

/** Case numbers stand with full-width brackets; keyboards give others. */
const asInCaseNumbers = (search: string): string =>
  search
    .replace(/[([〔【]/g, '（')
    .replace(/[)\]〕】]/g, '）')
    .replace(/\s/g, '');
