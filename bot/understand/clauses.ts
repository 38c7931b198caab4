import type { VisitOutcome } from '../../shared/cases/stages';
import { isDoubtful } from './doubts';
import { groupsOf, isDeed, VERBS } from './groups';
import type { Topic, Verb } from './rules/rule';
import type { Token } from './tokens';

export interface NumberSaid {
  value: number;
  /** 「第三个」: the third of a list, perhaps. */
  isPlace: boolean;
}

/** What is said of the same tasks: 「1收到 2走访了没人」 are two clauses. */
export interface Clause {
  numbers: NumberSaid[];
  /** They were said of something before, and not again. */
  inherits: boolean;
  verb: Verb | null;
  /** 「好嘞 3」 */
  okay: boolean;
  all: boolean;
  outcomes: Set<VisitOutcome>;
  topics: Topic[];
  /** Something makes it uncertain: the bot asks before it does anything. */
  doubt: boolean;
  /** 「1-3」 may be days, where more is said of them than that they were received. */
  isRange: boolean;
  /** He said no to what is asked of him. */
  refuses: boolean;
  tokens: Token[];
}

const emptyClause = (before?: Clause): Clause => ({
  numbers: before?.numbers ?? [],
  inherits: Boolean(before?.numbers.length),
  verb: null,
  okay: false,
  all: false,
  outcomes: new Set(),
  topics: [],
  doubt: false,
  isRange: false,
  refuses: false,
  tokens: [],
});

/** Sorts what was said by the tasks of which it was said. */
export const clausesOf = (tokens: readonly Token[], text: string): Clause[] =>
  groupsOf(tokens, text).flatMap((group) => clausesOfGroup(group, text));

function clausesOfGroup(tokens: readonly Token[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let now = emptyClause();
  const begin = (before?: Clause) => {
    if (now.tokens.length > 0) clauses.push({ ...now, doubt: now.doubt || isDoubtful(now, text) });
    now = emptyClause(before);
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'number') {
      if (isAside(now, tokens, index, text)) now.tokens.push({ kind: 'text', at: token.at, end: token.end });
      else {
        if (startsAnew(now, tokens, index, text)) begin();
        addNumber(now, token, tokens, index);
      }
      return;
    }
    if (token.kind === 'word' && isVerb(token.means) && changesVerb(now, token.means, tokens, index))
      begin(now);
    now.tokens.push(token);
    if (token.kind === 'word') addWord(now, token);
    if (token.kind === 'mark' && token.ends && now.verb && now.numbers.length > 0) begin(now);
  });
  begin();
  return clauses.filter(isTelling);
}

const isTelling = ({ verb, okay, outcomes, topics, numbers, inherits, tokens }: Clause) =>
  Boolean(verb || okay || outcomes.size || topics.length || (numbers.length && !inherits)) ||
  tokens.some(({ kind }) => kind === 'text');

const isVerb = (means: string): means is Verb => VERBS.includes(means);

/** Later talk of another visit is part of the note of this one; to say one thing twice is to say it once. */
function changesVerb(now: Clause, next: Verb, tokens: readonly Token[], index: number): boolean {
  const { verb, outcomes, numbers } = now;
  const last = tokens[index - 1];
  // 「收到1收到2」
  const behind = tokens.slice(index + 1, index + 3).find(({ kind }) => kind !== 'mark');
  if (verb === next && numbers.length > 0 && behind?.kind === 'number') return true;
  // 「下午去」 and 「走访」
  if (verb === 'later' && next === 'visit' && last?.kind === 'word' && last.means === 'later') return false;
  if (verb === next || (next === 'later' && (verb || outcomes.size > 0))) return false;
  if (verb === null) return next === 'decline' && outcomes.size > 0;
  if (verb === 'decline') return next === 'acknowledge';
  return !(verb === 'visit' && next === 'details');
}

/** A number inside a story is a day or a sum, unless something to do stands right behind it. */
function isAside(now: Clause, tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (before?.kind === 'word' && before.means === 'paid') return true;
  if (token.kind !== 'number' || now.numbers.length === 0) return false;
  if (now.inherits && belongsToVerb(tokens, index, text)) return false;
  const isStory =
    now.outcomes.size > 0 || now.verb === 'decline' || now.tokens.some(({ kind }) => kind === 'text');
  return isStory && !(token.sure && isFollowedByDeed(tokens, index));
}

const NEAR = 20;
/** 「四号说愿意还」 */
const SHORT = 3;

function isFollowedByDeed(tokens: readonly Token[], index: number): boolean {
  const number = tokens[index]!;
  const isCalled = number.kind === 'number' && number.isCalled;
  for (const token of tokens.slice(index + 1, index + 1 + NEAR)) {
    if (token.kind === 'mark' || token.kind === 'number') continue;
    if (token.kind === 'text' && isCalled && token.end - token.at <= SHORT) continue;
    if (token.kind !== 'word') return false;
    if (token.means === 'filler' || token.means === 'all') continue;
    return isDeed(token.means);
  }
  return false;
}

/** New numbers begin anew once something was said of the earlier ones. */
function startsAnew(now: Clause, tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index]!;
  if (now.numbers.length === 0) return false;
  // 「收到 3，走访 3 没人」
  if (now.inherits) return !belongsToVerb(tokens, index, text);
  const isSaid = now.verb !== null || now.okay || now.outcomes.size > 0 || now.topics.some(isAboutOne);
  // 「我去了3号和5号，3号没人」
  const isAgain = token.kind === 'number' && now.numbers.some(({ value }) => value === token.value);
  return isSaid && (isAgain || !isListed(tokens, index) || hasOwnDeed(now, tokens, index));
}

const isAboutOne = (topic: Topic) => !['list', 'greeting', 'thanks'].includes(topic);

/** 「退回1 退回2」: the number belongs to the verb before it, unless a verb of its own follows. */
function belongsToVerb(tokens: readonly Token[], index: number, text: string): boolean {
  const isWordOf = (token: Token | undefined) => token?.kind === 'word' && isVerb(token.means);
  const before = tokens[index - 1];
  const isBlank = before?.kind === 'mark' && text.slice(before.at, before.end).trim() === '';
  if (!isWordOf(isBlank ? tokens[index - 2] : before)) return false;
  const [next, ...more] = tokens.slice(index + 1, index + 6).filter(({ kind }) => kind !== 'mark');
  return !isWordOf(next) || more[0]?.kind === 'number';
}

/** 「退回1 4收到」 is no list of two; 「走访1 4没人」 is. */
function hasOwnDeed({ verb }: Clause, tokens: readonly Token[], index: number): boolean {
  const [next, behind] = tokens.slice(index + 1, index + 3);
  if (verb === null || next?.kind !== 'word' || !isDeed(next.means) || behind?.kind === 'number')
    return false;
  return isVerb(next.means) ? next.means !== verb : verb !== 'visit';
}

/** Between it and the number before stand only marks and 「和」. */
function isListed(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at]!;
    if (token.kind === 'number') return true;
    if (token.kind === 'mark' && !token.ends) continue;
    if (token.kind === 'word' && token.means === 'filler') continue;
    return false;
  }
  return false;
}

const LONGEST_RANGE = 20;

function addNumber(now: Clause, token: Token & { kind: 'number' }, tokens: readonly Token[], index: number) {
  const { value, isPlace } = token;
  const last = now.inherits ? undefined : now.numbers.at(-1);
  const between = tokens[index - 1];
  const isJoined = between?.kind === 'mark' && between.joins && tokens[index - 2]?.kind === 'number';
  const length = last && isJoined ? value - last.value : 0;
  const isRange = length > 0 && length < LONGEST_RANGE;
  const from = isRange ? value - length + 1 : value;
  if (isRange) now.isRange = true;
  if (now.inherits) now.numbers = [];
  now.inherits = false;
  for (let number = from; number <= value; number += 1) {
    if (!now.numbers.some((one) => one.value === number))
      now.numbers = [...now.numbers, { value: number, isPlace }];
  }
  // 「王家坳3号」 is a house.
  if (!token.sure || between?.kind === 'text') now.doubt = true;
  now.tokens.push(token);
}

function addWord(now: Clause, { means, asks }: Token & { kind: 'word' }): void {
  if (asks) now.doubt = true;
  if (isVerb(means)) {
    // 「没人，明天再去」 tells first of what was.
    if (means !== 'later' || now.outcomes.size === 0) now.verb ??= means;
    return;
  }
  if (means.startsWith('outcome:')) {
    if (now.verb === 'later') now.doubt = true;
    now.outcomes.add(means.slice('outcome:'.length) as VisitOutcome);
    return;
  }
  switch (means) {
    case 'refusal':
      now.refuses = true;
      now.outcomes.add('contacted');
      break;
    case 'okay':
    case 'yes':
      now.okay = true;
      break;
    case 'all':
      now.all = true;
      break;
    case 'question':
    case 'no':
      now.doubt = true;
      break;
    case 'filler':
    case 'self':
    case 'code':
      break;
    default:
      now.topics.push(means as Topic);
  }
}
