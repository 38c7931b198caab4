import { addMonths, type Day, showDay } from '../day';
import { type Fen, fen, sumFen, yuan } from '../money';
import { readAmount } from './amount';
import { make } from './dates';
import { fails, finding, nothing, type Reading, reads } from './finding';
import { readCount } from './numerals';

export interface Instalment {
  dueDay: Day;
  amount: Fen;
}

interface Basis {
  principal: Fen | null;
  paid: Fen;
}

const MONEY = '(?:人民币|¥)?\\d[\\d.,]*(?:万|千)?元?';
const PAY = '(?:之前|以前|前)?(?:各|再|应)?(?:支付|给付|归还|偿还|付款|还款|付|还)';
/** One line of a list: a day, 付, an amount or what is left. The year may be said once. */
const LINE = new RegExp(
  `(?:(\\d{4})[年./-])?(\\d{1,2})[月./-](\\d{1,2})[日号]?${PAY}(${MONEY}|余款|剩余款项|剩余部分|尾款)`,
  'g',
);
const BETWEEN =
  /^(?:第[\d一二三四五六七八九十]+期|分[\d一二三四五六七八九十]+期(?:履行|支付|付清|偿还)?|共[\d一二三四五六七八九十]+期|付清|还清|余款|于|在|[,.;。:：、()])*$/;
const COUNT = '([\\d一二三四五六七八九十百]{1,4})';
const MONTHLY = new RegExp(
  `^(?:分${COUNT}期(?:履行|支付|付清|偿还)?[,;:]?)?(?:(?:自|从)?(\\d{4})年(\\d{1,2})月份?(?:起|开始)[,]?)?每月(\\d{1,2}|底|末)[日号]?${PAY}(${MONEY})[,;]?(?:(?:共|分)${COUNT}期|(?:直?至|到)?(?:全部)?(?:付清|还清|履行完毕)(?:之日)?(?:为?止)?)?[.。]?$`,
);
const MOST_INSTALMENTS = 360;

/** Reads 分期; null where the text is not about instalments. Their sum must be what is owed. */
export function readInstalments(
  text: string,
  basis: Basis,
): Reading<{ dueDay: Day; instalments: Instalment[] }> | null {
  const monthly = MONTHLY.exec(text);
  if (monthly) return monthlyPlan(monthly, basis);
  return listedPlan(text, basis);
}

function monthlyPlan(match: RegExpExecArray, basis: Basis) {
  const [, before, year, month, dayOfMonth = '', money = '', after] = match;
  if (!year || !month) return fails('due-no-start');
  const each = readAmount({ type: 'text', text: money }, false).value;
  const first = firstDay(year, month, dayOfMonth);
  if (!each || !first || basis.principal === null) return fails('due-unreadable');
  const owed = basis.principal - basis.paid;
  const said = readCount(before ?? after ?? '') ?? 0;
  const count = said || (after === undefined && /清|完毕/.test(match[0]) ? Math.ceil(owed / each) : 0);
  if (!count || count > MOST_INSTALMENTS) return fails('due-unreadable');
  const amountOf = (at: number): Fen => (said || at < count - 1 ? each : fen(owed - each * (count - 1)));
  return finished(
    Array.from({ length: count }, (_, at) => ({
      dueDay: monthlyDay(first, dayOfMonth, at),
      amount: amountOf(at),
    })),
    basis,
  );
}

function firstDay(year: string, month: string, dayOfMonth: string): Day | null {
  const start = make(year, month, '1');
  const exists = /[底末]/.test(dayOfMonth) || (Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= 31);
  return start && exists ? monthlyDay(start, dayOfMonth, 0) : null;
}

/** The day in the month `at` months later; a 31st, or 月底, is the last day of a short month. */
function monthlyDay(first: Day, dayOfMonth: string, at: number): Day {
  const wanted = Number(dayOfMonth) || 31;
  const inJanuary = `${first.slice(0, 4)}-01-${String(wanted).padStart(2, '0')}` as Day;
  return addMonths(inJanuary, Number(first.slice(5, 7)) - 1 + at);
}

function listedPlan(text: string, basis: Basis) {
  const lines = [...text.matchAll(LINE)];
  if (lines.length === 0 || !BETWEEN.test(text.replace(LINE, ''))) return null;
  const instalments: Instalment[] = [];
  let year: string | undefined;
  for (const [, saidYear, month = '', dayOfMonth = '', money = ''] of lines) {
    year = saidYear ?? year;
    const dueDay = year && make(year, month, dayOfMonth);
    const amount = amountOfLine(money, instalments, basis);
    if (!dueDay || !amount) return fails('due-unreadable');
    instalments.push({ dueDay, amount });
  }
  return finished(instalments, basis);
}

/** 余款 is what the earlier lines leave. */
function amountOfLine(money: string, earlier: Instalment[], { principal, paid }: Basis): Fen | null {
  if (/\d/.test(money)) return readAmount({ type: 'text', text: money }, false).value;
  const left = (principal ?? 0) - paid - sumFen(earlier.map(({ amount }) => amount));
  return left > 0 ? fen(left) : null;
}

function finished(instalments: Instalment[], { principal, paid }: Basis) {
  const rising = instalments.every(({ dueDay }, at) => at === 0 || dueDay > instalments[at - 1]!.dueDay);
  if (!rising) return fails('due-order');
  if (principal === null) return nothing();
  const sum = sumFen(instalments.map(({ amount }) => amount));
  if (sum !== principal && sum !== principal - paid) return fails('due-sum', { sum: yuan(sum) });
  const dueDay = instalments.at(-1)!.dueDay;
  const found = finding('due-instalments', { count: instalments.length, day: showDay(dueDay) });
  return reads({ dueDay, instalments: instalments.length > 1 ? instalments : [] }, found);
}
