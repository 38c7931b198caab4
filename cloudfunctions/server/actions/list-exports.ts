import type { OutputOf } from '../../../shared/actions';
import { EXPORT_FETCHES, exportFilterWords } from '../../../shared/cases/exports';
import type { Handler, SignedIn } from '../context';
import { standingOf } from '../exports/rows';

const PER_PAGE = 30;
type Line = OutputOf<'list-exports'>['exports'][number];

export const listExports: Handler<'list-exports'> = async ({ page }, context) => {
  const { total } = await select(context)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await rowsOf(context, page);
  return {
    exports: rows.map((row) => lineOf(context, row)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
  };
};

/** The database shows the court's desk all of them, and an officer his own. */
const select = ({ tx, courtId }: SignedIn) => tx.selectFrom('exports as x').where('x.court_id', '=', courtId);

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(context: SignedIn, page: number) {
  return select(context)
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'x.court_id').onRef('a.account_id', '=', 'x.account_id'),
    )
    .leftJoin('accounts as d', (j) =>
      j.onRef('d.court_id', '=', 'x.court_id').onRef('d.account_id', '=', 'x.decided_by'),
    )
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 'x.court_id').onRef('w.town_id', '=', 'x.town_id'),
    )
    .selectAll('x')
    .select(['a.name as askedBy', 'd.name as decidedBy', 'w.name as town'])
    .orderBy((e) => e('x.state', '=', 'asked'), 'desc')
    .orderBy('x.asked_at', 'desc')
    .orderBy('x.export_id')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
}

const lineOf = ({ caller, now }: SignedIn, row: Row): Line => ({
  exportId: row.export_id,
  number: row.number,
  isMine: row.account_id === caller.accountId,
  askedBy: row.askedBy,
  askedAt: row.asked_at.toISOString(),
  why: row.why,
  which: exportFilterWords(row),
  cases: row.cases,
  columns: row.columns,
  clearAsked: row.clear_asked,
  clearGranted: row.clear_granted,
  standing: standingOf(row, now),
  decided: row.decided_at && {
    by: row.decidedBy ?? '',
    at: row.decided_at.toISOString(),
    answer: row.answer ?? '',
  },
  expiresAt: row.expires_at?.toISOString() ?? null,
  fetchesLeft: Math.max(0, EXPORT_FETCHES - row.downloads),
});
