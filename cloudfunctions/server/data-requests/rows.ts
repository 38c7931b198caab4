import type { Selectable } from 'kysely';
import { type AnswerBy, answerBy, groundWords } from '../../../shared/cases/data-requests';
import { dayAt } from '../../../shared/day';
import type { Calendar } from '../../../shared/law/holidays';
import { calendarsOf } from '../calendars';
import { rolesOf } from '../caller';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import type { DataRequestsTable } from '../storage/database';

export type DataRequestRow = Selectable<DataRequestsTable>;

/** With what it is about: a party's case, or nothing where it is about the account. */
export function dataRequests({ tx, courtId }: Pick<SignedIn, 'tx' | 'courtId'>) {
  return tx
    .selectFrom('data_requests as r')
    .leftJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'r.court_id').onRef('p.party_id', '=', 'r.party_id'),
    )
    .leftJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'p.court_id').onRef('c.case_id', '=', 'p.case_id'),
    )
    .where('r.court_id', '=', courtId);
}

type Shown = DataRequestRow & { task_number: string | null };

/** What the asker and the court read alike. */
export function lineOf(row: Shown, calendar: Calendar, today: string) {
  const by = answerBy(dayAt(row.made_at), calendar);
  return {
    requestId: row.request_id,
    kind: row.kind,
    field: row.field,
    scope: row.scope,
    about: row.task_number ? `案件（查询编号 ${row.task_number}）` : aboutNoCase(row),
    why: row.why,
    state: row.state,
    madeAt: row.made_at.toISOString(),
    answerBy: by,
    isOverdue: isOverdue(row, by, today),
    decided: row.decided_at && {
      at: row.decided_at.toISOString(),
      answer: row.answer ?? '',
      ground: row.ground && groundWords(row.ground),
      done: row.outcome?.done ?? [],
      stays: row.outcome?.stays ?? [],
    },
  };
}

const aboutNoCase = ({ kind, scope }: DataRequestRow): string =>
  kind === 'erasure' && scope === 'all' ? '全部信息' : '账号';

const isOverdue = ({ state }: Pick<DataRequestRow, 'state'>, by: AnswerBy, today: string): boolean =>
  state === 'open' && today > by.day;

/** How many requests wait, and how many longer than was promised; for those who answer for them. */
export async function countDataRequests(context: SignedIn): Promise<{ open: number; overdue: number }> {
  const { tx, courtId, today, caller } = context;
  const roles = rolesOf(caller);
  if (!roles.has('judge') && !roles.has('clerk') && !roles.has('chief')) return { open: 0, overdue: 0 };
  const rows = await tx
    .selectFrom('data_requests')
    .select(['made_at', 'state'])
    .where('court_id', '=', courtId)
    .where('state', '=', 'open')
    .execute();
  if (rows.length === 0) return { open: 0, overdue: 0 };
  const calendar = await calendarsOf(tx);
  const late = rows.filter((row) => isOverdue(row, answerBy(dayAt(row.made_at), calendar), today));
  return { open: rows.length, overdue: late.length };
}

/** What he asks it to be; gone once it is answered. */
export function wantedOf({ openSealed }: SignedIn, row: DataRequestRow): string | null {
  const { wanted_sealed: value, account_id: of } = row;
  return value && openSealed({ subject: 'court', of, field: SEALED.dataRequest, value });
}
