import { expect, test } from 'vitest';
import { understand } from '../../bot/understand';

/** What may be said of a task, with the number before or behind, and what that is. */
const WAYS: [string, (number: number) => string][] = [
  ['acknowledge', (number) => `${number}收到`],
  ['acknowledge', (number) => `收到${number}`],
  ['acknowledge', (number) => `${number}号晓得了`],
  ['acknowledge', (number) => `收到 ${number}`],
  ['visit unreachable', (number) => `${number}走访了没人`],
  ['visit unreachable', (number) => `走访${number}没人`],
  ['visit unreachable', (number) => `${number}号屋头没得人`],
  ['visit willing', (number) => `${number}愿意还`],
  ['visit willing', (number) => `走访 ${number} 愿履行`],
  ['decline', (number) => `${number}不归我管`],
  ['decline', (number) => `退回${number}`],
  ['details', (number) => `详情${number}`],
  ['details', (number) => `${number}号什么情况`],
];
const BETWEEN = ['，', '；', '。', '\n', '，然后'];

/** 「3 acknowledge」 for each task. */
const heard = (message: string): string[] =>
  understand(message).intents.flatMap((intent) =>
    'which' in intent
      ? intent.which.numbers.map(({ value }) =>
          [value, intent.kind, intent.kind === 'visit' ? intent.outcomes.join('/') : ''].join(' ').trim(),
        )
      : [intent.kind],
  );

/** What was said of one task is never recorded of another, and none is forgotten. */
const told = BETWEEN.flatMap((between) =>
  WAYS.flatMap(([first, sayFirst]) =>
    WAYS.flatMap(([second, saySecond]) =>
      WAYS.map(([third, sayThird]): [string, string[]] => [
        [sayFirst(1), saySecond(4), sayThird(7)].join(between),
        [`1 ${first}`, `4 ${second}`, `7 ${third}`],
      ]),
    ),
  ),
);

test('of three tasks in one message each has what was said of it', () => {
  const wrong = told.filter(([message, expected]) => heard(message).sort().join() !== expected.join());
  expect(wrong.map(([message]) => `${message} → ${heard(message).join(', ')}`)).toEqual([]);
});
