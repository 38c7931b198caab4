import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseStatus } from '../../shared/cases/case-status';
import type { SignedIn } from './context';
import { casesInReach } from './reach';

interface CaseFilter {
  status?: CaseStatus | null | undefined;
  townId?: string | null | undefined;
  search?: string | null | undefined;
}

/** Of the cases `c` those that are the caller's to see and that he looks for. */
export function casesWanted({ status, townId, search }: CaseFilter, context: SignedIn): RawBuilder<SqlBool> {
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
