import { type Day, showDay } from '../day';
import { type Calendar, UnknownYearError } from '../law/holidays';
import { lastDay, naturalEnd, type PeriodUnit, workingDaysAfter } from '../law/periods';
import type { Fen } from '../money';
import { cellText, compact } from './cells';
import { make, readDate } from './dates';
import { type Finding, fails, finding, nothing, type Reading, reads } from './finding';
import { type Instalment, readInstalments } from './instalments';
import { arabicDate, readCount } from './numerals';
import type { RawCell } from './types';

interface DueBasis {
  /** Null where the row's own date could not be read; then nothing relative to it can be. */
  effectiveDay: Day | null;
  principal: Fen | null;
  paid: Fen;
  date1904: boolean;
  /** Without it, the holidays that are published with us. */
  calendar?: Calendar;
}

export interface Due {
  dueDay: Day;
  instalments: Instalment[];
}

/** Words around a day or a period that change nothing. Whatever else stands there goes to a person. */
const FILLER =
  /^(?:被告|义务人|债务人|自|应当|应|须|需|限|定|于|在|本|该|民事|刑事|行政|判决书?|裁定书?|调解书?|支付令|裁决书?|公证债权文书|执行证书|法律文书|文书|之日|一次性|全部|全额|履行|付清|付款|支付|给付|偿还|归还|还清|还款|清偿|结清|完毕|义务|款项|借款|货款|本金|欠款|日|起|内|止|届满|[,.。:：;])*$/;
const ABSOLUTE = /^(.*?)(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?(?:之前|以前|前)?(.*)$/;
const RELATIVE =
  /^(.*?)(?:发生法律效力|生效)(?:之日)?(?:之后|以后|后|起)?(?:的)?(\d{1,4}|[一二两三四五六七八九十百]{1,5})(个?工作日|个月|月|日|天|年)(?:之|以)?内(.*)$/;
const LONGEST = 500;
/** More than thirty years is a slip. */
const LONGEST_PERIOD: Record<PeriodUnit, number> = { day: 9999, month: 360, year: 30 };

/** Reads 履行期限/分期: a day, a period from the effective day, or instalments. Otherwise a person decides. */
export function readDue(cell: RawCell, basis: DueBasis): Reading<Due> {
  if (cell?.type !== 'text') return simple(readDate(cell, basis.date1904));
  const text = arabicDate(compact(cellText(cell)));
  if (text.length > LONGEST) return fails('due-unreadable');
  const instalments = readInstalments(text, basis);
  if (instalments) return instalments;
  if (text.includes('送达')) return fails('due-after-service');
  const read = relative(text, basis) ?? absolute(text);
  if (read) return read;
  const plain = readDate(cell, basis.date1904);
  return plain.value || plain.findings[0]?.code === 'date-ambiguous'
    ? simple(plain)
    : fails('due-unreadable');
}

function simple({ value, findings }: Reading<Day>): Reading<Due> {
  return reads(value && { dueDay: value, instalments: [] }, ...findings);
}

/** 「2026年12月31日前付清」: 前 counts the day itself, as instruments use it. */
function absolute(text: string): Reading<Due> | null {
  const match = ABSOLUTE.exec(text);
  if (!match || !FILLER.test(match[1]!) || !FILLER.test(match[5]!)) return null;
  const read = make(match[2]!, match[3]!, match[4]!);
  return read ? simple(reads(read)) : fails('date-impossible');
}

/** 「判决生效后10日内」 */
function relative(text: string, { effectiveDay, calendar }: DueBasis): Reading<Due> | null {
  const match = RELATIVE.exec(text);
  if (!match || !FILLER.test(match[1]!) || !FILLER.test(match[4]!)) return null;
  const count = readCount(match[2]!);
  if (!count || count > LONGEST_PERIOD[unitOf(match[3]!)]) return fails('due-unreadable');
  if (!effectiveDay) return nothing();
  return simple(
    match[3]!.includes('工作日')
      ? working(effectiveDay, count, calendar)
      : period(effectiveDay, count, match[3]!, calendar),
  );
}

/** 民事诉讼法 第八十五条: the first day is not counted, a rest day at the end does not end the period. */
function period(effectiveDay: Day, count: number, word: string, calendar?: Calendar): Reading<Day> {
  const end = lastDay(naturalEnd(effectiveDay, count, unitOf(word)), calendar);
  const code = !end.certain ? 'due-uncertain' : end.rolled ? 'due-rolled' : 'due-computed';
  return reads(end.day, computed(code, end.day));
}

const unitOf = (word: string): PeriodUnit => (word.includes('月') ? 'month' : word === '年' ? 'year' : 'day');

function working(effectiveDay: Day, count: number, calendar?: Calendar): Reading<Day> {
  try {
    const end = workingDaysAfter(effectiveDay, count, calendar);
    return reads(end, computed('due-computed', end));
  } catch (error) {
    if (error instanceof UnknownYearError) return fails('due-year-unknown', { year: error.year });
    throw error;
  }
}

const computed = (code: Finding['code'], end: Day): Finding => finding(code, { day: showDay(end) });
