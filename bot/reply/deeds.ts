import { VISIT_OUTCOME_WORDS } from '../../shared/cases/stages';
import { Refused } from '../door';
import type { Deed, Question } from '../memory';
import type { Scene, Task } from './scene';
import { aboutStray, NO_TASKS, named, strayNumbers } from './tasks';

/** What was done, or what has to be asked first. */
export type Step = { said: string } | { ask: Omit<Question, 'times'> };

/** Does what is clear, and asks for what is missing: which task, what came of it, why, and whether it is so. */
export async function take(scene: Scene, deed: Deed, part: string): Promise<Step> {
  const tasks = await scene.tasks();
  if (tasks.length === 0 && deed.numbers.length === 0) return { said: NO_TASKS };
  if (deed.numbers.length === 0) return whichOf(deed, tasks);
  const strays = strayNumbers(tasks, deed.numbers);
  const numbers = deed.numbers.filter((number) => !strays.includes(number));
  if (numbers.length === 0) return { said: aboutStray(tasks, strays) };
  if (numbers.length > MOST_AT_ONCE && deed.kind !== 'acknowledge') return { said: TOO_MANY_AT_ONCE };
  const step = await takeOwn(scene, { ...deed, numbers }, part);
  if (strays.length === 0 || 'ask' in step) return step;
  return { said: `${step.said}\n${aboutStray(tasks, strays)}` };
}

/** Nobody has been at forty doors in one breath. */
const MOST_AT_ONCE = 5;
export const TOO_MANY_AT_ONCE =
  '一次记太多容易记错，我没有记。\n请连着号说，一次五件以内，比如“走访 1、2 联系不上”。';

async function takeOwn(scene: Scene, deed: Deed, part: string): Promise<Step> {
  if (deed.kind === 'visit' && deed.outcomes.length !== 1) return ask('outcome', deed);
  if (deed.kind === 'decline' && !isReason(deed.text)) return ask('reason', deed);
  if (!deed.sure) return ask('yes-or-no', deed);
  const isTwice =
    deed.kind === 'visit' && deed.numbers.some((number) => scene.talk.visits.includes(trace(deed, number)));
  if (isTwice && !deed.again) return ask('yes-or-no', { ...deed, again: true });
  return { said: await perform(scene, deed, part) };
}

/** The number of another task is no reason. */
const isReason = (text: string) => /\p{Script=Han}{2}/u.test(text);

const ask = (asks: Question['asks'], deed: Deed, options: readonly number[] = []): Step => ({
  ask: { asks, deed, options },
});

function whichOf(deed: Deed, tasks: readonly Task[]): Step {
  const wanted = deed.kind === 'acknowledge' ? tasks.filter(({ state }) => state === 'open') : tasks;
  if (wanted.length === 0) return { said: '您手上的都记过收到了，不用再回。' };
  const numbers = wanted.map(({ number }) => number);
  if (numbers.length === 1 && deed.kind === 'acknowledge') return ask('yes-or-no', { ...deed, numbers });
  if (numbers.length === 1 && deed.outcomes.length === 1) return ask('yes-or-no', { ...deed, numbers });
  return ask('which', deed, numbers);
}

const trace = ({ outcomes, text }: Deed, number: number): string => JSON.stringify([number, outcomes, text]);

async function perform(scene: Scene, deed: Deed, part: string): Promise<string> {
  const tasks = await scene.tasks();
  const done: number[] = [];
  const refused: string[] = [];
  const before = new Map(tasks.map(({ number, state }) => [number, state]));
  for (const number of deed.numbers) {
    const task = tasks.find((one) => one.number === number)!;
    try {
      await record(scene, deed, task, `${part}-${number}`);
      if (deed.kind === 'visit') scene.talk.visits.push(trace(deed, number));
      done.push(number);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(`${named([number])}没有记上。${error.sentence}`);
    }
  }
  return [done.length > 0 ? whatStands(deed, done, before) : '', ...refused].filter(Boolean).join('\n');
}

async function record(scene: Scene, deed: Deed, { taskId }: Task, part: string): Promise<void> {
  const person = scene.person!;
  const key = scene.key(part);
  if (deed.kind === 'acknowledge') await person('acknowledge-task', { taskId }, key);
  else if (deed.kind === 'decline') await person('decline-task', { taskId, reason: deed.text }, key);
  else {
    const outcome = deed.outcomes[0]!;
    await person('record-visit', { taskId, outcome, note: deed.text, fileIds: [] }, key);
  }
}

/** What is on record now, and what comes next. */
function whatStands(deed: Deed, done: readonly number[], before: ReadonlyMap<number, string>): string {
  const first = done[0]!;
  if (deed.kind === 'decline') return `${named(done)}退回法院了，不用您办。法院会重新安排。`;
  if (deed.kind === 'visit') {
    return `记好了：${named(done)}走访，${VISIT_OUTCOME_WORDS[deed.outcomes[0]!]}${noted(deed)}。`;
  }
  const fresh = done.filter((number) => before.get(number) === 'open');
  if (fresh.length === 0) return `${named(done)}之前就记过收到了，不用再回。`;
  return `好，${named(fresh)}记下收到了。\n走访过了，就回“走访 ${first}”，再说一句情况。`;
}

const SHOWN = 20;

/** His own words, so that he sees that they arrived. */
export function noted({ text }: Deed): string {
  if (!text) return '';
  return `，“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
}
