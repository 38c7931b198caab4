import { NOTICE_STEP_WORDS, reasonWords } from '../../../shared/cases/notice-words';
import { ROLE_WORDS } from '../../../shared/cases/roles';
import { handlingWords } from '../../../shared/cases/undelivered';
import type { NoticeStep } from '../../../shared/reminders/steps';
import type { Handler, SignedIn } from '../context';
import { casesInReach } from '../reach';
import { recipientRole } from '../recipient-role';
import { SEALED } from '../sensitive';
import { calls, type Filter } from '../undelivered';
import { watermark } from '../watermark';

const PER_PAGE = 50;

export const listUndelivered: Handler<'list-undelivered'> = async ({ filter, page }, context) => {
  const total = await count(context, filter);
  const rows = await rowsOf(context, filter, page);
  const noticeIds = rows.map((row) => row.notice_id);
  const undelivered = rows.map((row) => show(context, row));
  await context.audit('court', 'list-undelivered', { filter, page, noticeIds });
  return {
    undelivered,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    watermark: watermark(context),
  };
};

function select(context: SignedIn, filter: Filter) {
  return context.tx
    .selectFrom(calls(context, filter).as('u'))
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'u.court_id').onRef('c.case_id', '=', 'u.case_id'),
    )
    .where('u.nth', '=', 1)
    .where(casesInReach(context));
}

async function count(context: SignedIn, filter: Filter): Promise<number> {
  const { rows } = await select(context, filter)
    .select((e) => e.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** Who has waited longest is called first; of what was handled, the latest stands first. */
function rowsOf(context: SignedIn, filter: Filter, page: number) {
  return select(context, filter)
    .innerJoin('notices as n', (j) =>
      j.onRef('n.court_id', '=', 'u.court_id').onRef('n.notice_id', '=', 'u.notice_id'),
    )
    .leftJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'u.court_id').onRef('p.party_id', '=', 'u.party_id'),
    )
    .leftJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'u.court_id').onRef('a.account_id', '=', 'u.account_id'),
    )
    .leftJoin('accounts as h', (j) =>
      j.onRef('h.court_id', '=', 'u.court_id').onRef('h.account_id', '=', 'u.handled_by'),
    )
    .select([
      'u.notice_id',
      'u.case_id',
      'u.party_id',
      'u.account_id',
      'u.state',
      'u.reason',
      'u.since',
      'u.messages',
    ])
    .select(['u.handled_at', 'u.handling', 'u.note', 'h.name as handledBy'])
    .select(['c.case_number', 'n.channel', 'n.step', 'p.contact_state', recipientRole().as('role')])
    .select((e) => [
      e.fn.coalesce('p.name', 'a.name').as('name'),
      e.fn.coalesce('p.phone_sealed', 'a.phone_sealed').as('phone'),
    ])
    .orderBy(filter === 'open' ? 'u.since' : 'u.handled_at', filter === 'open' ? 'asc' : 'desc')
    .orderBy('u.notice_id')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
}

const WARNINGS: Record<string, string> = {
  'wrong-number': '这个号码可能已不是本人，打通后先核对身份',
  'opted-out': '本人退订了短信，只能打电话或上门',
  'no-phone': '没有电话，请上门或通过村里联系',
};

function show(context: SignedIn, row: Row) {
  const isOpen = row.handled_at === null;
  const phone = isOpen ? openPhone(context, row) : null;
  const state = phone ? (row.contact_state ?? 'ok') : 'no-phone';
  return {
    noticeId: row.notice_id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    partyId: row.party_id,
    name: row.name ?? '',
    role: ROLE_WORDS[row.role],
    phone,
    warning: isOpen ? (WARNINGS[state] ?? null) : null,
    channel: row.channel,
    step: NOTICE_STEP_WORDS[row.step as NoticeStep],
    reason: whyNot(row),
    messages: row.messages,
    since: row.since.toISOString(),
    handled: row.handled_at && {
      at: row.handled_at.toISOString(),
      by: row.handledBy,
      words: handlingWords(row.handling ?? ''),
      note: row.note,
    },
  };
}

/** A number that cannot be opened is as good as none; it must not hold up the others. */
function openPhone({ app, openSealed }: SignedIn, row: Row): string | null {
  const { phone: value, notice_id: noticeId } = row;
  const of = row.party_id ?? row.account_id ?? noticeId;
  try {
    return value && openSealed({ subject: 'court', of, field: SEALED.phone, value });
  } catch {
    app.log({ level: 'error', at: 'open-phone', noticeId });
    return null;
  }
}

function whyNot({ state, reason }: Pick<Row, 'state' | 'reason'>): string {
  const words = reason ? reasonWords(reason) : '';
  if (state === 'permanent') return words || '没有送到';
  return words ? `不确定是否送到：${words}` : '不确定是否送到';
}
