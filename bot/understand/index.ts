import type { VisitOutcome } from '../../shared/cases/stages';
import { type Clause, clausesOf } from './clauses';
import { soundsDangerous } from './danger';
import type { Act, Intent, Which } from './intents';
import { plainLetters, splitQuoted, withoutGaps, withoutMention, withoutUnseen } from './letters';
import { noteOf, reasonOf } from './notes';
import { TOPIC_ORDER, type Topic } from './rules/rule';
import { type Token, tokensOf } from './tokens';

export interface Understood {
  intents: Intent[];
  /** The numbers of tasks in the message that was quoted. */
  quoted: number[];
}

/** What somebody wants, from his words alone: nothing of the world, and nothing of what was said before. */
export function understand(message: string): Understood {
  const { quoted, text } = splitQuoted(withoutMention(withoutUnseen(message)));
  return { intents: intentsOf(withoutGaps(text).trim()), quoted: tasksNamedIn(quoted) };
}

/** The numbers of the tasks that a message of the bot's names. */
export const tasksNamedIn = (text: string): number[] => [
  ...new Set(
    [...text.matchAll(/任务 (\d{1,3})：|(?<!\d)(\d{1,3}) 号/gu)].map((found) => Number(found[1] ?? found[2])),
  ),
];

function intentsOf(text: string): Intent[] {
  if (text === '') return [];
  if (soundsDangerous(text)) return [{ kind: 'distress' }];
  const tokens = tokensOf(text);
  const code = codeIn(text);
  if (code) return [{ kind: 'code', code }];
  const answer = answerOf(tokens);
  if (answer) return [answer];
  const clauses = clausesOf(tokens, text);
  const deeds = withoutRepeats(clauses.flatMap((clause) => deedsOf(clause, text)));
  // 「3错了，4收到」: what was wrong is to be heard as well.
  const isCorrected = clauses.some(({ topics }) => topics.some((topic) => CORRECTIONS.includes(topic)));
  if (deeds.length > 0) return isCorrected ? deeds.map(asked) : deeds;
  return [topicOf(clauses) ?? (isOnly(tokens, 'question') ? help : { kind: 'unknown' })];
}

const CORRECTIONS: readonly Topic[] = ['correction', 'wrong-person', 'not-received'];
const asked = (intent: Intent): Intent => ('sure' in intent ? { ...intent, sure: false } : intent);

const help: Intent = { kind: 'topic', topic: 'help', which: { numbers: [], all: false } };

/** Six digits, alone or called a code. */
function codeIn(text: string): string | null {
  const plain = plainLetters(text).replace(/(?<=\d)[\s-](?=\d)/gu, '');
  const found = /^(\D*)(\d{6})(\D*)$/u.exec(plain);
  return found && isOnlyAround(found[1]!) && isOnlyAround(found[3]!) ? found[2]! : null;
}

const isOnlyAround = (text: string): boolean =>
  tokensOf(text).every(
    (token) =>
      token.kind === 'mark' ||
      (token.kind === 'word' && ['code', 'filler', 'greeting', 'yes'].includes(token.means)),
  );

const isOnly = (tokens: readonly Token[], means: string) =>
  tokens.every((token) => token.kind === 'mark' || (token.kind === 'word' && token.means === means));

/** Yes, no, or a number: answers to a question, and nothing by themselves. */
function answerOf(tokens: readonly Token[]): Intent | null {
  const said = tokens.filter(
    (token) => token.kind !== 'mark' && !(token.kind === 'word' && token.means === 'filler'),
  );
  const words = said.filter((token) => token.kind === 'word').map(({ means }) => means as string);
  if (said.length === 0 || said.some(({ kind }) => kind === 'text' || kind === 'quote')) return null;
  const numbers = said.flatMap((token) => (token.kind === 'number' ? [token] : []));
  const which: Which = {
    numbers: numbers.map(({ value, isPlace }) => ({ value, isPlace })),
    all: words.includes('all'),
  };
  if (words.includes('no') && words.every((word) => ['no', 'yes', 'okay', 'all'].includes(word))) {
    return { kind: 'no', which };
  }
  if (words.every((word) => word === 'all')) return { kind: 'numbers', which };
  if (numbers.length === 0 && words.every((word) => word === 'okay' || word === 'yes'))
    return { kind: 'okay' };
  if (numbers.length > 0 && words.every((word) => word === 'yes')) return { kind: 'numbers', which };
  return null;
}

function deedsOf(clause: Clause, text: string): Intent[] {
  const { numbers, outcomes, verb, okay } = clause;
  const named = numbers.length > 0;
  // 「1 号 2 号都收到」 is of these two; 「他们都不在家」 is of people.
  const which: Which = { numbers, all: clause.all && !named && !hasText(clause) };
  const found = [...outcomes];
  const doubt = clause.doubt || clause.isRange;
  switch (verb) {
    case 'acknowledge':
      return acknowledged(clause, which, found, text);
    case 'visit':
      return [visit(which, found, noteOf(clause, text), !doubt)];
    case 'decline':
      return [{ kind: 'decline', which, reason: reasonOf(clause, text), sure: !doubt && !clause.inherits }];
    case 'details': {
      const details: Intent[] = named || isBare(clause) ? [{ kind: 'details', which, sure: true }] : [];
      return found.length > 0 ? [...details, visit(which, found, noteOf(clause, text), false)] : details;
    }
    case 'later':
      if (found.length > 0) return [visit(which, found, noteOf(clause, text), false)];
      return [{ kind: 'later', which, sure: true }];
    default:
      if (found.length > 0) return [visit(which, found, noteOf(clause, text), !doubt)];
      if (okay && named) return [{ kind: 'acknowledge', which, sure: !clause.doubt }];
      return named && hasText(clause) && clause.topics.length === 0
        ? [visit(which, [], noteOf(clause, text), false)]
        : [];
  }
}

/** Who says 「收到」 and what he found there has perhaps been there: that is asked. */
function acknowledged(clause: Clause, which: Which, outcomes: VisitOutcome[], text: string): Intent[] {
  const named = which.numbers.length > 0;
  if (!named && !isBare(clause)) return [];
  const receipt: Act = { kind: 'acknowledge', which, sure: !clause.doubt };
  return outcomes.length > 0 ? [receipt, visit(which, outcomes, noteOf(clause, text), false)] : [receipt];
}

const visit = (which: Which, outcomes: VisitOutcome[], note: string, sure: boolean): Act => ({
  kind: 'visit',
  which,
  outcomes: strongest(outcomes),
  note,
  sure,
});

/** Who found somebody willing or in hardship has met him. More than one left contradict each other. */
const strongest = (outcomes: VisitOutcome[]): VisitOutcome[] =>
  outcomes.some((one) => one === 'willing' || one === 'hardship')
    ? outcomes.filter((one) => one !== 'contacted')
    : outcomes;

const hasText = ({ tokens }: Clause): boolean => tokens.some(({ kind }) => kind === 'text');

/** The verb's own part of the sentence holds nothing else. */
function isBare({ tokens, doubt, verb }: Clause): boolean {
  if (doubt) return false;
  const at = tokens.findIndex((token) => token.kind === 'word' && token.means === verb);
  const isEdge = (token: Token | undefined) => token === undefined || token.kind === 'mark';
  let [first, last] = [at, at];
  while (!isEdge(tokens[first - 1])) first -= 1;
  while (!isEdge(tokens[last + 1])) last += 1;
  return tokens.slice(first, last + 1).every(({ kind }) => kind === 'word');
}

/** Who reports a visit has received the task, and says no less by having said before that he went. */
function withoutRepeats(intents: Intent[]): Intent[] {
  const numbersOf = (isReport: (visit: Intent & { kind: 'visit' }) => boolean) =>
    new Set(
      intents.flatMap((one) =>
        one.kind === 'visit' && isReport(one) ? one.which.numbers.map(({ value }) => value) : [],
      ),
    );
  const told = numbersOf(({ outcomes }) => outcomes.length > 0);
  const sure = numbersOf((visit) => visit.sure);
  return intents.flatMap((one): Intent[] => {
    const isBareVisit = one.kind === 'visit' && one.outcomes.length === 0;
    if (!(one.kind === 'acknowledge' || isBareVisit) || one.which.numbers.length === 0) return [one];
    const said = isBareVisit ? told : sure;
    const numbers = one.which.numbers.filter(({ value }) => !said.has(value));
    return numbers.length > 0 ? [{ ...one, which: { ...one.which, numbers } }] : [];
  });
}

function topicOf(clauses: readonly Clause[]): Intent | null {
  const said = new Set(clauses.flatMap(({ topics }) => topics));
  const topic = TOPIC_ORDER.find((one) => said.has(one));
  const numbers = clauses.flatMap((clause) => (clause.inherits ? [] : clause.numbers));
  return topic ? { kind: 'topic', topic, which: { numbers, all: false } } : null;
}
