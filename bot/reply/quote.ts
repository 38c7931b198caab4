import type { Scene } from './scene';

/**
 * The tasks of the message that was quoted. A number in somebody else's message is the number of another task, so only
 * the link beside it proves which one is meant; without it the bot asks.
 */
export async function taskOfQuote({
  quote,
  tasks,
}: Scene): Promise<{ numbers: readonly number[]; sure: boolean } | 'not-his' | null> {
  if (quote.numbers.length === 0) return null;
  const own = await tasks();
  const links = [...quote.text.matchAll(/任务 (\d{1,3})：\S*taskId=([A-Za-z0-9_]+)/gu)];
  const isOwn = ([, number, taskId]: RegExpMatchArray) =>
    own.some((task) => task.number === Number(number) && task.taskId === taskId);
  if (links.some((one) => !isOwn(one))) return 'not-his';
  const sure = quote.numbers.every((number) => links.some((one) => Number(one[1]) === number));
  return { numbers: quote.numbers, sure };
}
