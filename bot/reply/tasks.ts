import type { Day } from '../../shared/day';
import { link, type Scene, type Task } from './scene';

const MOST = 10;

/** 1、2、5 号 */
export const named = (numbers: readonly number[]): string => `${numbers.join('、')} 号`;

export const shortDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const ownNumbers = (tasks: readonly Task[]): string =>
  named(tasks.slice(0, MOST).map(({ number }) => number));

export const NO_TASKS = '您手上没有要办的事。有新的，我会告诉您。';

/** What he has to do, nearest day first when there is too much for one message. */
export async function listTasks(scene: Scene): Promise<string> {
  const tasks = await scene.tasks();
  if (tasks.length === 0) return NO_TASKS;
  const left = tasks.filter(({ state }) => state !== 'reported');
  const shown = tasks
    .toSorted((a, b) => rank(a) - rank(b) || (a.dueDay < b.dueDay ? -1 : 1))
    .slice(0, MOST)
    .sort((a, b) => a.number - b.number);
  const unread = shown.filter(({ state }) => state === 'open').map(({ number }) => number);
  scene.talk.told = { numbers: unread, messages: 1, isNotice: false };
  return [
    left.length > 0 ? `您手上有 ${left.length} 件要办：` : `您手上的 ${tasks.length} 件都走访过了：`,
    ...shown.map(taskLine),
    tasks.length > MOST
      ? `还有 ${tasks.length - MOST} 件，请打开看：${link(scene.site, 'liaison/list-tasks/index')}`
      : '',
    howToGoOn(shown, unread),
  ]
    .filter(Boolean)
    .join('\n');
}

const rank = ({ state }: Task): number => (state === 'reported' ? 1 : 0);

const STATES: Partial<Record<Task['state'], string>> = {
  open: '等您回收到',
  acknowledged: '等您走访',
  reported: '走访过了',
};

function taskLine({ number, village, dueDay, overdue, state }: Task): string {
  const until = overdue ? `${shortDay(dueDay)}已过` : `${shortDay(dueDay)}前`;
  return `${number} 号 ${[village, until, STATES[state]].filter(Boolean).join('，')}`;
}

function howToGoOn(shown: readonly Task[], unread: readonly number[]): string {
  const next = shown.find(({ state }) => state === 'acknowledged');
  if (unread.length > 0) return `看到了就回“收到 ${unread[0]}”${unread.length > 1 ? '，或者“都收到”' : ''}。`;
  if (next) return `走访过了，就回“走访 ${next.number}”，再说一句情况。`;
  return '';
}

/** Numbers that are not his, or not any more. */
export function strayNumbers(tasks: readonly Task[], numbers: readonly number[]): number[] {
  return numbers.filter((number) => !tasks.some((task) => task.number === number));
}

export function aboutStray(tasks: readonly Task[], strays: readonly number[]): string {
  const what = `没有找到 ${named(strays)}，可能已经办结了，也可能是号码不对。`;
  return tasks.length > 0
    ? `${what}\n您手上现在是 ${ownNumbers(tasks)}。`
    : `${what}\n您手上现在没有要办的事。`;
}

/** A link and never the content: it opens after signing in. */
export function linksOf(tasks: readonly Task[]): string {
  return [...tasks.map((task) => `${task.number} 号：${task.link}`), '点开，登录后就能看到。'].join('\n');
}
