import { sql } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import type { Handler } from '../context';
import { isKeptOut } from '../tips/rows';

const MOST = 10;
type Found = OutputOf<'find-tip-cases'>['cases'][number];

export const findTipCases: Handler<'find-tip-cases'> = async ({ search }, context) => {
  const { tx, courtId } = context;
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Found>`
    select c.case_id as "caseId", c.case_number as "caseNumber",
      array(select p.name from parties p
        where p.court_id = c.court_id and p.case_id = c.case_id and p.side = 'obligor' order by p.party_id) as "debtorNames",
      (select a.filed_day from enforcement_applications a
        where a.court_id = c.court_id and a.case_id = c.case_id) as "filedDay",
      (select b.number from bounty_notices b
        where b.court_id = c.court_id and b.case_id = c.case_id and b.state = 'published') as "bountyNumber"
    from cases c
    where c.court_id = ${courtId} and c.status = 'filed' and not ${isKeptOut(context, sql`c.case_id`)}
      and (c.case_number like ${like} or exists (
        select from parties p where p.court_id = c.court_id and p.case_id = c.case_id
          and p.side = 'obligor' and p.name like ${like}))
    order by c.case_number limit ${MOST}`.execute(tx);
  await context.audit('court', 'find-tip-cases', { shown: rows.length });
  return { cases: rows };
};
