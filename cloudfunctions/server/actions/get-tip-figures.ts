import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { FEWEST_TOLD, toldCount, toldCounts } from '../../../shared/cases/tip-figures';
import { addDays, addMonths, type Day, day, instantOf } from '../../../shared/day';
import { fen } from '../../../shared/money';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';

const LONGEST_MONTHS = 36;
type Input = InputOf<'get-tip-figures'>;

/** Nothing that stands for fewer than a few: from small figures people are found out. */
export const getTipFigures: Handler<'get-tip-figures'> = async (asked, context) => {
  if (asked.from > asked.to || asked.to > addMonths(asked.from, LONGEST_MONTHS))
    throw new Refusal('figures-period-wrong');
  const input = wholeMonths(asked);
  const { tips, ...whole } = await wholeOf(context, input);
  const isTold = tips >= FEWEST_TOLD;
  return {
    tips: toldCount(tips),
    months: (await countsBy(context, input, BY_MONTH)).map(({ name, tips }) => ({ month: name, tips })),
    areas: (await countsBy(context, input, BY_TOWN)).map(({ name, tips }) => ({ area: name, tips })),
    medians: {
      accepted: told(whole.accepted, whole.acceptedN),
      dispatched: told(whole.dispatched, whole.dispatchedN),
      onSite: told(whole.onSite, whole.onSiteN),
      done: told(whole.done, whole.doneN),
    },
    ledToMoney: isTold ? whole.led : null,
    realized: whole.paidN >= FEWEST_TOLD ? fen(BigInt(whole.realized)) : null,
    paid: whole.paidN >= FEWEST_TOLD ? fen(BigInt(whole.paid)) : null,
    asOf: context.today,
  };
};

/** From day to day one could subtract one period from another. */
const wholeMonths = ({ from, to }: Input): Input => ({
  from: firstOf(from),
  to: addDays(addMonths(firstOf(to), 1), -1),
});

const firstOf = (d: Day): Day => day(`${d.slice(0, 8)}01`);

const told = (value: number | null, of: number): number | null => (of >= FEWEST_TOLD ? value : null);

const between = ({ from, to }: Input) =>
  sql`t.received_at >= ${instantOf(from)} and t.received_at < ${instantOf(addDays(to, 1))}`;

/** Whole minutes from receipt, of those that came so far. */
const median = (to: string): RawBuilder<number | null> => sql`
  round(percentile_cont(0.5) within group (order by extract(epoch from ${sql.ref(to)} - t.received_at) / 60)
    filter (where ${sql.ref(to)} is not null))::int`;

type Whole = Record<'accepted' | 'dispatched' | 'onSite' | 'done', number | null> &
  Record<'acceptedN' | 'dispatchedN' | 'onSiteN' | 'doneN' | 'tips' | 'led' | 'paidN', number> &
  Record<'realized' | 'paid', string>;

async function wholeOf({ tx, courtId }: SignedIn, input: Input): Promise<Whole> {
  const { rows } = await sql<Whole>`
    with paid as (
      select r.tip_id, r.realized_fen, r.amount_fen from rewards r
      where r.court_id = ${courtId} and r.state = 'paid')
    select count(*)::int as tips, ${median('t.accepted_at')} as accepted, ${median('t.dispatched_at')} as dispatched,
      ${median('t.on_site_at')} as "onSite", ${median('t.done_at')} as done,
      count(t.accepted_at)::int as "acceptedN", count(t.dispatched_at)::int as "dispatchedN",
      count(t.on_site_at)::int as "onSiteN", count(t.done_at)::int as "doneN",
      count(p.tip_id)::int as led, count(p.tip_id)::int as "paidN",
      coalesce(sum(p.realized_fen), 0)::text as realized, coalesce(sum(p.amount_fen), 0)::text as paid
    from tips t left join paid p on p.tip_id = t.tip_id
    where t.court_id = ${courtId} and ${between(input)}`.execute(tx);
  return rows[0]!;
}

const BY_MONTH = {
  name: sql`to_char(t.received_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  joins: sql``,
};
const BY_TOWN = {
  name: sql`coalesce(w.name, '其他')`,
  joins: sql`
    left join cases c on c.court_id = t.court_id and c.case_id = t.case_id
    left join towns w on w.court_id = c.court_id and w.town_id = c.town_id`,
};

async function countsBy({ tx, courtId }: SignedIn, input: Input, by: typeof BY_MONTH) {
  const { rows } = await sql<{ name: string; tips: number }>`
    select ${by.name} as name, count(*)::int as tips
    from tips t ${by.joins}
    where t.court_id = ${courtId} and ${between(input)}
    group by 1 order by 1`.execute(tx);
  const counts = toldCounts(rows.map(({ tips }) => tips));
  return rows.map(({ name }, at) => ({ name, tips: counts[at]! }));
}
