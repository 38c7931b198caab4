import { plainLetters } from './letters';
import { isChineseDigit, isCircled, readChinese, readCircled } from './numerals';
import { OUTCOME_RULES } from './rules/outcomes';
import { PARTICLE_RULES } from './rules/particles';
import type { Meaning, Rule } from './rules/rule';
import { TASK_RULES } from './rules/tasks';
import { TOPIC_RULES } from './rules/topics';

/** A piece of a message, with its place in it. */
export type Token = { at: number; end: number } & (
  | ({ kind: 'word' } & Word)
  | { kind: 'number'; value: number; sure: boolean; isPlace: boolean; isCalled: boolean }
  | { kind: 'text' }
  | { kind: 'quote' }
  | { kind: 'mark'; ends: boolean; joins: boolean }
);

export const RULES: readonly Rule[] = [...TASK_RULES, ...OUTCOME_RULES, ...TOPIC_RULES, ...PARTICLE_RULES];

interface Word {
  means: Meaning;
  alone: boolean;
  tells: boolean;
  asks: boolean;
}

/** The first rule that has a word keeps it. */
const WORDS = new Map<string, Word>();
for (const { means, says, alone = false, tells = false, asks = false } of RULES) {
  for (const words of says.map(plainLetters))
    if (!WORDS.has(words)) WORDS.set(words, { means, alone, tells, asks });
}
const LONGEST = Math.max(...[...WORDS.keys()].map((words) => words.length));

/** Cuts a message into the longest words that we know, the numbers of tasks, and the rest. */
export function tokensOf(text: string): Token[] {
  const plain = withLists(plainLetters(text));
  const tokens: Token[] = [];
  for (let at = 0; at < plain.length; ) {
    const token =
      quoteAt(plain, at) ??
      wordAt(plain, at) ??
      numberAt(plain, at) ??
      markAt(plain, at) ??
      otherAt(plain, at);
    const last = tokens.at(-1);
    if (token.kind === 'text' && last?.kind === 'text') last.end = token.end;
    else tokens.push(token);
    at = token.end;
  }
  return withoutLoneWords(tokens);
}

const LIST = /(?<![\d.:/])\d{1,2}([./])\d{1,2}(?:\1\d{1,2})+(?![\d.:/])/gu;

/** 「1.2.3收到」: three small numbers or more that rise are a list; a date begins with its year, which is the largest. */
const withLists = (plain: string): string =>
  plain.replace(LIST, (list) => {
    const numbers = list.split(/[./]/u).map(Number);
    return numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)
      ? list.replace(/[./]/gu, '、')
      : list;
  });

const QUOTES: Record<string, string> = { '「': '」', '“': '”', '"': '"', '『': '』', '《': '》' };

const LONGEST_QUOTE = 1_200;

function quoteAt(plain: string, at: number): Token | null {
  const close = QUOTES[plain[at]!];
  const length = close ? plain.slice(at + 1, at + 1 + LONGEST_QUOTE).indexOf(close) : 0;
  return length > 0 ? { kind: 'quote', at, end: at + length + 2 } : null;
}

function wordAt(plain: string, at: number): Token | null {
  for (let length = Math.min(LONGEST, plain.length - at); length > 0; length -= 1) {
    const word = WORDS.get(plain.slice(at, at + length));
    if (word && isWhole(plain, at, length)) return { kind: 'word', ...word, at, end: at + length };
  }
  return null;
}

/** Latin words do not begin or end inside others. */
const isWhole = (plain: string, at: number, length: number): boolean =>
  !/^[a-z]/.test(plain[at]!) ||
  (!/[a-z]/.test(plain[at - 1] ?? '') && !/[a-z]/.test(plain[at + length] ?? ''));

/** What makes a number something else than the number of a task. */
const UNITS = '元块万千百月日点天次人岁年楼组户周个件斤亩分期成折毛角里路秒时米%度瓶队栋口';
const BEFORE = '月周期拜年.楼组路几多电话栋幢第付给还交欠借¥';
const FIGURE = /^(?:\d+(?:[.:/]\d+)+|\d{4}[-年]\d+(?:[-月]\d+)?|\d{3,4}[\s-]+\d{4}[\s-]*\d*)/u;
/** 「3号去的」 may be a day; 「3号楼」 is a house. */
const DAYLIKE = /^(去|来|那|前|后|以|左|下午|上午|早|晚|中午|还|付|给|交|再|回|之|到期|开|才|就|我)/u;
const HOUSELIKE = /^(楼|院|门|线|车|店|桥|井|机|房|铺|公路|码|文|令)/u;
const DAY_BEFORE = /([今昨明后前]天|月|这个月|周|期)$/u;

function numberAt(plain: string, at: number): Token | null {
  const figure = FIGURE.exec(plain.slice(at, at + 40))?.[0];
  if (figure) return { kind: 'text', at, end: at + figure.length };
  const place = plain[at] === '第';
  const from = place ? at + 1 : at;
  const said = readNumber(plain, from);
  if (!said) return null;
  const { value, length, isPlain } = said;
  const end = from + length;
  const rest = plain.slice(end, end + 8);
  const named = /^(号任务|号案|号件|号|#|个|件|项|条|宗|桩)/u.exec(rest)?.[0] ?? '';
  const isCalled = named.startsWith('号') || named === '#';
  const isNamed = isCalled || (place && named !== '');
  const before = plain.slice(Math.max(0, at - 4), at);
  const behind = rest.slice(named.length);
  const isOther =
    value === null ||
    value < 1 ||
    value > 999 ||
    (before !== '' && BEFORE.includes(before.at(-1)!)) ||
    // A lone Chinese digit is part of many words: it has to be named, or to stand alone.
    (!isPlain && !isNamed && !place && !standsAlone(plain, at, end)) ||
    (!isNamed && rest !== '' && UNITS.includes(rest[0]!)) ||
    (isCalled && (HOUSELIKE.test(behind) || DAY_BEFORE.test(before)));
  if (isOther) return { kind: 'text', at, end: end + (isCalled ? named.length : 0) };
  return {
    kind: 'number',
    value: value!,
    sure: !(isCalled && DAYLIKE.test(behind)),
    isPlace: place,
    isCalled,
    at,
    end: end + (isNamed ? named.length : 0),
  };
}

interface NumberRead {
  value: number | null;
  length: number;
  /** Written in digits, which are never part of a word. */
  isPlain: boolean;
}

function readNumber(plain: string, from: number): NumberRead | null {
  const digits = /^\d+/.exec(plain.slice(from, from + 30))?.[0];
  if (digits) return { value: Number(digits), length: digits.length, isPlain: true };
  const letter = plain[from] ?? '';
  if (letter && isCircled(letter)) return { value: readCircled(letter), length: 1, isPlain: true };
  const run = chineseRun(plain, from);
  return run ? { value: readChinese(run), length: run.length, isPlain: false } : null;
}

function chineseRun(plain: string, from: number): string {
  let end = from;
  while (end < plain.length && isChineseDigit(plain[end]!)) end += 1;
  return plain.slice(from, end);
}

/** Between marks, spaces, the edges, or beside a word that we know. */
function standsAlone(plain: string, at: number, end: number): boolean {
  const isFree = (near: string) => near === '' || /^[\s,，、。;；和跟:：]/u.test(near);
  const after = isFree(plain.slice(end)) || isVerb(wordAt(plain, end));
  const before = isFree(plain[at - 1] ?? '') || endsWithVerb(plain.slice(0, at));
  return after && before;
}

const VERBS: ReadonlySet<Meaning> = new Set(['acknowledge', 'visit', 'decline', 'details', 'okay']);
const isVerb = (token: Token | null): boolean => token?.kind === 'word' && VERBS.has(token.means);
const endsWithVerb = (before: string): boolean =>
  Array.from({ length: Math.min(6, before.length) }, (_, n) => WORDS.get(before.slice(-n - 1))).some(
    (word) => word && VERBS.has(word.means),
  );

/** 「1到3」, 「1号至3号」 */
const isTo = (plain: string, at: number): boolean =>
  /[到至]/u.test(plain[at]!) && /[\d号]/u.test(plain[at - 1] ?? '') && /\d/u.test(plain[at + 1] ?? '');

function markAt(plain: string, at: number): Token | null {
  if (isTo(plain, at)) return { kind: 'mark', ends: false, joins: true, at, end: at + 1 };
  const mark = /^[\s,，、。;；:：!！~～.·…\-—()（）+&|/#【】[\]]+/u.exec(plain.slice(at, at + 100))?.[0];
  if (!mark) return null;
  return {
    kind: 'mark',
    ends: /[。;；\n!！]/u.test(mark),
    joins: /[-~～—]/u.test(mark),
    at,
    end: at + mark.length,
  };
}

const otherAt = (plain: string, at: number): Token => ({
  kind: 'text',
  at,
  end: at + (plain.codePointAt(at)! > 0xffff ? 2 : 1),
});

/** Words that mean something only alone are text where other text stands beside them. */
function withoutLoneWords(tokens: readonly Token[]): Token[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' || token.kind === 'number' || token.kind === 'quote') parts.push([token], []);
    else parts.at(-1)!.push(token);
  }
  return parts.flatMap((part) => (part.some(({ kind }) => kind === 'text') ? part.map(asText) : part));
}

function asText(token: Token): Token {
  return token.kind === 'word' && token.alone ? { kind: 'text', at: token.at, end: token.end } : token;
}
