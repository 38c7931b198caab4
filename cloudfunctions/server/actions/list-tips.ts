import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import type { TipState } from '../../../shared/cases/tip';
import type { Handler, SignedIn } from '../context';
import { lineOf } from '../tips/lines';
import { isKeptOut, type TipRow } from '../tips/rows';
import { IN_TURN } from '../tips/senders';
import { watermark } from '../watermark';

const PAGE = 30;
type Filter = InputOf<'list-tips'>['filter'];

const STATES: Record<Filter, TipState[]> = {
  waiting: ['received', 'accepted'],
  running: ['dispatched', 'on-site'],
  ended: ['refused', 'done', 'false'],
};

type Listed = TipRow & {
  case_number: string | null;
  unread: number;
  fromSameDevice: number;
  officer: string | null;
  total: number;
};

export const listTips: Handler<'list-tips'> = async ({ filter, page }, context) => {
  const rows = await rowsOf(context, filter, page);
  const total = rows[0]?.total ?? 0;
  await context.audit('court', 'list-tips', { filter, shown: rows.length });
  return {
    tips: rows.map((row) => ({
      ...lineOf(row, context.now),
      unread: row.unread,
      fromSameDevice: row.fromSameDevice,
      officer: row.officer,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    onDuty: await dutyNames(context),
    watermark: watermark(context),
  };
};

/**
 * What is overdue first, then by the clock. A flood buries nobody: what one device sends beyond a few in a day stands
 * behind all others. Of ended ones those wait too whose giver has written since.
 */
async function rowsOf(context: SignedIn, filter: Filter, page: number): Promise<Listed[]> {
  const { tx, courtId } = context;
  const { rows } = await sql<Listed>`
    with mine as (
      select t.*,
        (select count(*)::int from tip_messages m
          where m.court_id = t.court_id and m.tip_id = t.tip_id and m.from_side = 'tipster'
            and m.place > coalesce((select max(a.place) from tip_messages a
              where a.court_id = t.court_id and a.tip_id = t.tip_id and a.from_side = 'court'), 0)) as unread,
        (select count(*)::int from tips o
          where o.court_id = t.court_id and o.sender_index = t.sender_index and o.seq <= t.seq
            and o.received_at > t.received_at - interval '1 day') as nth,
        (select count(*)::int from tips o
          where o.court_id = t.court_id and o.sender_index = t.sender_index
            and o.received_at between t.received_at - interval '1 day' and t.received_at + interval '1 day') as "fromSameDevice"
      from tips t
      where t.court_id = ${courtId} and not ${isKeptOut(context, sql`t.case_id`)})
    select t.*, c.case_number,
      (select a.name from tip_errands e
        join accounts a on a.court_id = e.court_id and a.account_id = e.account_id
        where e.court_id = t.court_id and e.tip_id = t.tip_id
        order by e.sent_at desc limit 1) as officer,
      count(*) over ()::int as total
    from mine t
    left join cases c on c.court_id = t.court_id and c.case_id = t.case_id
    where t.state = any(${STATES[filter]}::text[])
      or (${filter === 'waiting'} and t.unread > 0 and t.state <> 'false')
    order by t.nth > ${IN_TURN}, t.due_at nulls last, t.seq
    limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx);
  return rows;
}

async function dutyNames({ tx, courtId, now }: SignedIn): Promise<string[]> {
  const rows = await tx
    .selectFrom('duty_shifts as d')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'd.court_id').onRef('a.account_id', '=', 'd.account_id'),
    )
    .select('a.name')
    .where('d.court_id', '=', courtId)
    .where('d.from_at', '<=', now)
    .where('d.to_at', '>', now)
    .orderBy('d.from_at')
    .execute();
  return rows.map(({ name }) => name);
}
