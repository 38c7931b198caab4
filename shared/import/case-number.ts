import type { Day } from '../day';
import { compact } from './cells';
import { type Finding, fails, finding, type Reading, reads } from './finding';

const PROVINCES = '京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云贵藏陕甘青宁新兵军';

/** 关于人民法院案件案号的若干规定, in force 2016-01-01: （收案年度）法院代字 类型代字 编号 号. */
const STANDARD = new RegExp(
  `^\\(?((?:19|20)\\d{2})\\)?(最高法|[${PROVINCES}](?:\\d{2}(?:\\d{2})?)?)([\\u4e00-\\u9fa5]{1,5})(\\d{1,8})号(之[一二三四五六七八九十\\d]+)?$`,
);
/** Before 2016, 「曲中法执字第66号」: 字 or 第 tells it from a house number. */
const OLD = /^(?:\(\d{4}\))?[\u4e00-\u9fa5]{2,15}(?:字第?|第)\d{1,8}号(?:之[一二三四五六七八九十\d]+)?$/;
const LONGEST = 300;
const SEVERAL = /^(.*?)(\d{1,8}(?:号?[、,;/和及]\d{1,8})+)号?$/;

/** Codes from memory of 法〔2015〕137号; local codes for 执前督促 vary, so a stranger is only asked about. */
const KNOWN_KINDS = new Set(
  '民初 民终 民申 民再 民监 民特 民撤 民督 民诉前调 诉前调 刑初 刑终 行初 行终 破 破申 执前督 执前调'.split(
    ' ',
  ),
);
const ENFORCEMENT = /^执(?:恢|保|异|复|监|请|协|他)?$/;

/** Reads a case number into its canonical form, `（2026）浙9999民初123号`. */
export function readCaseNumber(text: string, today: Day): Reading<string> {
  const folded = foldBrackets(compact(text));
  if (folded.length > LONGEST) return fails('case-number-unreadable');
  if (/[*×]|[Xx]{2,}/.test(folded)) return fails('case-number-masked');
  const several = listed(folded);
  if (several) return fails('case-number-list', { count: several.length, numbers: several.join('、') });
  const match = STANDARD.exec(folded) ?? STANDARD.exec(`${folded}号`);
  if (match && !/[字第]/.test(match[3]!)) return standard(text, match, today);
  if (!OLD.test(folded)) return fails('case-number-unreadable');
  return reads(widen(folded), finding('case-number-old'));
}

function standard(text: string, match: RegExpExecArray, today: Day): Reading<string> {
  const [, year = '', court = '', kind = '', serial = '', suffix = ''] = match;
  if (year > today.slice(0, 4)) return fails('case-number-year');
  const number = `（${year}）${court}${kind}${Number(serial)}号${suffix}`;
  const findings = kindFindings(kind);
  // Half-width brackets are what a keyboard gives; naming each of them would bury the rest of the report.
  if (widen(text) !== number) findings.push(finding('case-number-rewritten', { number }));
  return reads(number, ...findings);
}

function kindFindings(kind: string): Finding[] {
  if (ENFORCEMENT.test(kind)) return [finding('case-number-enforcement')];
  return KNOWN_KINDS.has(kind) ? [] : [finding('case-number-kind', { kind })];
}

/** 「…民初30063、30062号」: the numbers one by one, or null. */
function listed(folded: string): string[] | null {
  const whole = folded.split(/[、,;]/);
  if (whole.length > 1 && whole.every((part) => STANDARD.test(part))) return whole.map(widen);
  const match = SEVERAL.exec(folded);
  if (!match) return null;
  const [, head = '', serials = ''] = match;
  const numbers = serials.split(/号?[、,;/和及]/).map((serial) => `${head}${Number(serial)}号`);
  return numbers.every((number) => STANDARD.test(number) || OLD.test(number)) ? numbers.map(widen) : null;
}

const foldBrackets = (text: string): string =>
  text.replace(/[〔【[{「﹝]/g, '(').replace(/[〕】\]}」﹞]/g, ')');
const widen = (text: string): string => text.replaceAll('(', '（').replaceAll(')', '）');
