import { VISIT_OUTCOME_WORDS, VISIT_OUTCOMES } from '../../shared/cases/stages';
import type { Deed, Question } from '../memory';
import type { NumberSaid } from '../understand/clauses';
import type { Intent, Which } from '../understand/intents';
import { noted, type Step, take } from './deeds';
import { notUnderstood } from './hand-over';
import type { Scene } from './scene';
import { named } from './tasks';

/** What was said so far, and then the one question that waits longest. */
export function withQuestion(scene: Scene, said: readonly string[]): string {
  const question = scene.talk.questions[0];
  return [...said, question ? wordsOf(question) : ''].filter(Boolean).join('\n');
}

export function note(scene: Scene, step: Step): string {
  if ('said' in step) return step.said;
  scene.talk.questions.push({ ...step.ask, times: 1 });
  return '';
}

const YES_OR_NO = '回“是”或“不是”。';

function wordsOf({ asks, deed, options }: Question): string {
  switch (asks) {
    case 'which':
      return options.length > MOST_NAMED
        ? `${WHAT[deed.kind]}是哪一件？您手上有 ${options.length} 件，回号码就行。\n不记得号码，回“待办”。`
        : `${WHAT[deed.kind]}是哪一件？您手上有 ${named(options)}。\n回号码就行，比如“${options[0]}”。`;
    case 'outcome':
      return [
        `${named(deed.numbers)}走访下来怎么样？回一个数字：`,
        ...outcomesOf(deed).map((outcome, index) => `${index + 1} ${VISIT_OUTCOME_WORDS[outcome]}`),
      ].join('\n');
    case 'reason':
      return `${named(deed.numbers)}为什么不该您办？说一句原因，比如“人在外县”。`;
    case 'yes-or-no':
      return `${isItSo(deed)}${YES_OR_NO}`;
  }
}

const MOST_NAMED = 10;
const WHAT = { acknowledge: '您收到的', visit: '您走访的', decline: '不该您办的' };

function isItSo(deed: Deed): string {
  const which = named(deed.numbers);
  if (deed.kind === 'acknowledge') return `您是说 ${which}收到了吗？`;
  if (deed.kind === 'decline') return `要把 ${which}退回法院吗？原因${noted(deed)}。`;
  const outcome = VISIT_OUTCOME_WORDS[deed.outcomes[0]!];
  if (deed.again) return `${which}刚才记过一次走访，${outcome}。还要再记一次吗？`;
  return `${which}记成走访，${outcome}${noted(deed)}，对吗？`;
}

const outcomesOf = ({ outcomes }: Deed) => (outcomes.length > 1 ? outcomes : VISIT_OUTCOMES);

/** The answer to what was asked; undefined when the message is about something else. */
export async function answerOf(scene: Scene, question: Question): Promise<string | undefined> {
  const answer = read(question, scene);
  if (answer === 'other') return undefined;
  if (answer === 'unclear') return again(scene, question);
  scene.talk.questions.shift();
  if (answer === 'no') return withQuestion(scene, [NOTHING_RECORDED]);
  const step = await take(scene, answer, 'answer');
  const said = 'said' in step ? [step.said] : [];
  if ('ask' in step) scene.talk.questions.unshift({ ...step.ask, times: 1 });
  return withQuestion(scene, said);
}

const NOTHING_RECORDED = '好，没有记。';

async function again(scene: Scene, question: Question): Promise<string> {
  if (question.times > 1) return notUnderstood(scene);
  question.times += 1;
  return `没看明白，我再问一遍。\n${wordsOf(question)}`;
}

type Reading = Deed | 'no' | 'unclear' | 'other';

function read(question: Question, scene: Scene): Reading {
  const [intent, ...more] = scene.intents;
  if (!intent || more.length > 0) return intent ? 'other' : 'unclear';
  if (question.asks === 'reason') return readReason(question, intent, scene.text);
  if (intent.kind === 'unknown') return 'unclear';
  const { deed } = question;
  if (intent.kind === 'no') {
    const numbers = valuesOf(intent);
    if (numbers.length === 0 || question.asks === 'outcome') return 'no';
    return { ...deed, numbers, sure: true };
  }
  const corrected = intent.kind === 'visit' && isBare(intent.which) ? intent : null;
  if (corrected && deed.kind === 'visit') {
    const outcomes = corrected.outcomes;
    if (question.asks === 'which' || outcomes.length !== 1) return 'unclear';
    return { ...deed, outcomes, text: joined(deed.text, corrected.note), sure: true };
  }
  if (question.asks === 'yes-or-no') return readYes(deed, intent);
  return question.asks === 'which' ? readWhich(question, intent) : readOutcome(deed, intent);
}

function readYes(deed: Deed, intent: Intent): Reading {
  if (intent.kind === 'okay') return { ...deed, sure: true };
  if (intent.kind === 'acknowledge' && isBare(intent.which) && deed.kind === 'acknowledge')
    return { ...deed, sure: true };
  if (intent.kind !== 'numbers') return 'other';
  const numbers = valuesOf(intent);
  // To say the number once more is to say yes.
  return numbers.length > 0 ? { ...deed, numbers, sure: true } : { ...deed, sure: true };
}

function readWhich({ deed, options }: Question, intent: Intent): Reading {
  if (intent.kind === 'okay') return 'unclear';
  const isSame = intent.kind === deed.kind;
  if (intent.kind !== 'numbers' && !isSame) return 'other';
  if (intent.which.all && intent.which.numbers.length === 0) return { ...deed, numbers: options };
  if (intent.which.numbers.length === 0) return 'unclear';
  if (isSame && intent.kind !== 'acknowledge') return 'other';
  const numbers = intent.which.numbers.map((said) => optionOf(said, options));
  return numbers.includes(null) ? 'unclear' : { ...deed, numbers: numbers as number[] };
}

/** 「第二个」 is the second of those that were named; where a number 2 stands elsewhere among them, nobody knows. */
function optionOf({ value, isPlace }: NumberSaid, options: readonly number[]): number | null {
  const place = isPlace ? options[value - 1] : undefined;
  if (!options.includes(value)) return place ?? null;
  return place === undefined || place === value ? value : null;
}

function readOutcome(deed: Deed, intent: Intent): Reading {
  if (intent.kind === 'okay') return 'unclear';
  if (intent.kind !== 'numbers') return 'other';
  const numbers = valuesOf(intent);
  const outcome = numbers.length === 1 ? outcomesOf(deed)[numbers[0]! - 1] : undefined;
  return outcome ? { ...deed, outcomes: [outcome], sure: true } : 'unclear';
}

/** Whatever he writes is the reason, unless it is plainly something else. */
function readReason({ deed }: Question, intent: Intent, text: string): Reading {
  if (intent.kind === 'no' && valuesOf(intent).length === 0) return 'no';
  if (intent.kind === 'okay' || intent.kind === 'numbers' || text.length < 2) return 'unclear';
  const isCommand =
    intent.kind === 'distress' ||
    intent.kind === 'code' ||
    (intent.kind === 'topic' && ['person', 'help', 'list', 'mute', 'unmute'].includes(intent.topic)) ||
    ('which' in intent && intent.which.numbers.length > 0);
  return isCommand ? 'other' : { ...deed, text: text.slice(0, LONGEST), sure: true };
}

const LONGEST = 1_000;

const valuesOf = ({ which }: { which: Which }): number[] => which.numbers.map(({ value }) => value);

/** No task was named. */
export const isBare = ({ numbers, all }: Which): boolean => numbers.length === 0 && !all;

const joined = (one: string, other: string): string => [...new Set([one, other])].filter(Boolean).join('；');
