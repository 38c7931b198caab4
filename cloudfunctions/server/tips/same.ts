import { sql } from 'kysely';
import { CLAIM_SENTENCES } from '../../../shared/cases/tip';
import type { SignedIn } from '../context';
import { isKeptOut, openContent, type TipContent, type TipRow } from './rows';

const MOST_SHOWN = 5;
const MOST_LOOKED_AT = 40;

/** Earlier and later tips that could tell the same: of the same case, or naming the same person. */
export async function maybeSameAs(context: SignedIn, row: TipRow, content: TipContent | null) {
  const { tx, courtId } = context;
  const rows = await tx
    .selectFrom('tips as t')
    .selectAll('t')
    .where('t.court_id', '=', courtId)
    .where('t.tip_id', '!=', row.tip_id)
    .where('t.state', 'not in', ['false', 'refused'])
    .where((e) => e.or([e('t.clue_id', 'is', null), e('t.clue_id', 'is distinct from', row.clue_id)]))
    .where((e) => e.or([e('t.case_id', 'is not distinct from', row.case_id), e('t.case_id', 'is', null)]))
    .where((e) => e.not(e.parens(isKeptOut(context, sql`t.case_id`))))
    .orderBy(sql`t.case_id is not null and t.case_id = ${row.case_id}`, 'desc')
    .orderBy('t.seq', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  const alike = rows.filter((other) => isAlike(context, row, content, other)).slice(0, MOST_SHOWN);
  return alike.map((other) => ({
    tipId: other.tip_id,
    number: other.seq,
    standing: other.clue_id ? '已采用' : CLAIM_SENTENCES.alone,
  }));
}

/** Compared inside, and nothing of the other is shown before it is opened itself. */
function isAlike(context: SignedIn, row: TipRow, content: TipContent | null, other: TipRow): boolean {
  if (row.case_id !== null && other.case_id === row.case_id) return true;
  const theirs = content?.whom && openContent(context, other);
  return Boolean(theirs && theirs.whom === content?.whom);
}
