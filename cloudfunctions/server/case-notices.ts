import type { OutputOf } from '../../shared/actions';
import { maskName } from '../../shared/cases/mask';
import { NOTICE_STEP_WORDS, reasonWords, templateWords } from '../../shared/cases/notice-words';
import { ROLE_WORDS } from '../../shared/cases/roles';
import { NOTICE_STATE_WORDS } from '../../shared/cases/stages';
import type { NoticeStep } from '../../shared/reminders/steps';
import type { SignedIn } from './context';
import { acknowledgedAt, openedAt } from './notice-outcomes';
import { recipientRole } from './recipient-role';

type Notices = OutputOf<'get-case'>['notices'];
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** What was sent to whom, and what became of it, newest first. */
export async function noticesOf(context: SignedIn, caseId: string): Promise<Notices> {
  return (await rowsOf(context, caseId)).map(show);
}

function rowsOf({ tx, courtId }: SignedIn, caseId: string) {
  return tx
    .selectFrom('notices as n')
    .leftJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'n.court_id').onRef('p.party_id', '=', 'n.party_id'),
    )
    .leftJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'n.court_id').onRef('a.account_id', '=', 'n.account_id'),
    )
    .leftJoin('outbox as o', (j) =>
      j.onRef('o.court_id', '=', 'n.court_id').onRef('o.notice_id', '=', 'n.notice_id'),
    )
    .leftJoin('notices as leader', (j) =>
      j.onRef('leader.court_id', '=', 'n.court_id').onRef('leader.notice_id', '=', 'n.told_with'),
    )
    .leftJoin('cases as told', (j) =>
      j.onRef('told.court_id', '=', 'leader.court_id').onRef('told.case_id', '=', 'leader.case_id'),
    )
    .select(['n.notice_id', 'n.channel', 'n.step', 'n.state', 'n.reason', 'n.template', 'n.template_version'])
    .select(['n.created_at', 'n.sent_at', 'n.decided_at', 'o.not_before', 'told.case_number as toldWith'])
    .select((e) => e.fn.coalesce('p.name', 'a.name').as('name'))
    .select([recipientRole().as('role'), openedAt.as('openedAt'), acknowledgedAt.as('acknowledgedAt')])
    .where('n.court_id', '=', courtId)
    .where('n.case_id', '=', caseId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.notice_id')
    .execute();
}

const show = (row: Row): Notices[number] => ({
  noticeId: row.notice_id,
  to: maskName(row.name ?? ''),
  role: ROLE_WORDS[row.role],
  channel: row.channel,
  step: NOTICE_STEP_WORDS[row.step as NoticeStep],
  state: NOTICE_STATE_WORDS[row.state],
  reason: row.reason && reasonWords(row.reason),
  at: (row.sent_at ?? row.decided_at ?? row.created_at).toISOString(),
  nextAt: row.not_before?.toISOString() ?? null,
  toldWith: row.toldWith,
  template: row.template && templateWords(row.template),
  version: row.template_version,
  openedAt: row.openedAt?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
});
