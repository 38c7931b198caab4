import { plainLetters } from './letters';
import { isChineseDigit, readChinese } from './numerals';
import { OUTCOME_RULES } from './rules/outcomes';
import { PARTICLE_RULES } from './rules/particles';
import type { Meaning, Rule } from './rules/rule';
import { TASK_RULES } from './rules/tasks';
import { TOPIC_RULES } from './rules/topics';

/** A piece of a message, with its place in it. */
export type Token = { at: number; end: number } & (
  | { kind: 'word'; means: Meaning; alone: boolean; tells: boolean }
  | { kind: 'number'; value: number; sure: boolean; isPlace: boolean }
  | { kind: 'text' }
  | { kind: 'quote' }
  | { kind: 'mark'; ends: boolean; joins: boolean }
);

export const RULES: readonly Rule[] = [...TASK_RULES, ...OUTCOME_RULES, ...TOPIC_RULES, ...PARTICLE_RULES];

interface Word {
  means: Meaning;
  alone: boolean;
  tells: boolean;
}

/** The first rule that has a word keeps it. */
const WORDS = new Map<string, Word>();
for (const { means, says, alone = false, tells = false } of RULES) {
  for (const words of says.map(plainLetters))
    if (!WORDS.has(words)) WORDS.set(words, { means, alone, tells });
}
const LONGEST = Math.max(...[...WORDS.keys()].map((words) => words.length));

/** Cuts a message into the longest words that we know, the numbers of tasks, and the rest. */
export function tokensOf(text: string): Token[] {
  const plain = plainLetters(text);
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

const QUOTES: Record<string, string> = { '「': '」', '“': '”', '"': '"', '『': '』', '《': '》' };

function quoteAt(plain: string, at: number): Token | null {
  const close = QUOTES[plain[at]!];
  const end = close ? plain.indexOf(close, at + 1) : -1;
  return end > at + 1 ? { kind: 'quote', at, end: end + 1 } : null;
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
const UNITS = '元块万千百月日点天次人岁年楼组户周个件斤亩分期成折毛角里路秒时米里%';
const BEFORE = '月周期拜年.楼组路几多电话栋幢第';
/** 「3号去的」 may be a day. */
const DAYLIKE = /^号(去|来|那|前|后|以|左|下午|上午|早|晚|中午|还|付|给|交|再|到期|开|才|就|我)/u;

function numberAt(plain: string, at: number): Token | null {
  const place = plain[at] === '第';
  const from = place ? at + 1 : at;
  const digits = /^\d+/.exec(plain.slice(from))?.[0];
  const run = digits ?? chineseRun(plain, from);
  if (!run) return null;
  const value = digits ? Number(digits) : readChinese(run);
  const end = from + run.length;
  const rest = plain.slice(end);
  const named = /^(号任务|号案|号件|号|#|个|件|项|条|宗|桩)/u.exec(rest)?.[0] ?? '';
  const isNamed = named.startsWith('号') || named === '#' || (place && named !== '');
  const before = plain[at - 1] ?? '';
  const other = { kind: 'text', at, end } as const;
  if (value === null || value < 1 || value > 999 || BEFORE.includes(before || '\0')) return other;
  // A lone Chinese digit is part of many words: it has to be named, or to stand alone.
  if (!digits && !isNamed && !place && !standsAlone(plain, at, end)) return other;
  if (!isNamed && !place && /^[.:：/]?\d/u.test(rest)) return { kind: 'text', at, end: end + 1 };
  if (!isNamed && !place && UNITS.includes(rest[0] ?? '\0')) return other;
  return {
    kind: 'number',
    value,
    sure: !DAYLIKE.test(rest),
    isPlace: place,
    at,
    end: end + (isNamed ? named.length : 0),
  };
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

function markAt(plain: string, at: number): Token | null {
  const mark = /^[\s,，、。;；:：!！~～.·…\-—()（）+&|/]+/u.exec(plain.slice(at))?.[0];
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
