import { describe, expect, test } from 'vitest';
import { tasksNamedIn, understand } from '../../bot/understand';
import { shown } from './understand-shown';

/** The note of a visit or the reason of a task that is given back. */
const textOf = (message: string): string[] =>
  understand(message).intents.flatMap((intent) =>
    intent.kind === 'visit' ? [intent.note] : intent.kind === 'decline' ? [intent.reason] : [],
  );

describe('his own words stay', () => {
  test.each([
    ['走访 3 愿履行 「下周五付五千」', '下周五付五千'],
    ['走访 3 愿履行“下周五付五千”', '下周五付五千'],
    ['走访 3 愿履行，下周五付5000', '下周五付5000'],
    ['走访 3 愿履行', ''],
    ['走访 3', ''],
    ['2走访了没人', '没人'],
    ['３走访了，门锁着，说是出去打工了', '门锁着，说是出去打工了'],
    ['3 他家确实没钱，住院三个月了。', '他家确实没钱，住院三个月了。'],
    ['走访3 愿履行 <b>好</b>', '<b>好</b>'],
    ['不该我办 3 人是桥头村的', '人是桥头村的'],
    ['不该我办 3', ''],
    ['不该我办 3 原因：户口在外县', '原因：户口在外县'],
    ['3不是我们村的，是桥头村的', '不是我们村的，是桥头村的'],
    ['退回3 人家户口在外县', '人家户口在外县'],
  ])('「%s」', (said, text) => {
    expect(textOf(said)).toEqual([text]);
  });

  test('each task has its own', () => {
    expect(textOf('1走访了没人 2没钱，住院 3不归我管，是桥头村的')).toEqual([
      '没人',
      '没钱，住院',
      '是桥头村的',
    ]);
  });

  test('no longer than a record can hold', () => {
    const [note] = textOf(`走访 1 愿履行 ${'他说家里的事情很多很多'.repeat(455)}`);
    expect(note).toHaveLength(1_000);
  });
});

describe('a quoted message', () => {
  const quote = (quoted: string, text: string) =>
    `「小执：${quoted}」\n- - - - - - - - - - - - - - -\n${text}`;

  test('names the task; what was said is below', () => {
    expect(understand(quote('任务 2：https://court.example/x', '收到'))).toEqual({
      intents: [{ kind: 'acknowledge', which: { numbers: [], all: false }, sure: true }],
      quoted: [2],
    });
    expect(shown(quote('任务 2：https://court.example/x', '走访了没人'))).toBe('visit unreachable');
    expect(shown(quote('收到 2', '收到 3'))).toBe('acknowledge 3');
    expect(shown(quote('任务 2：…', ''))).toBe('');
  });

  test('may name several, in a sentence or a list', () => {
    expect(tasksNamedIn('任务 2：a\n任务 13：b\n任务 2：a')).toEqual([2, 13]);
    expect(tasksNamedIn('您手上有 2 件要办：\n1 号 柳树村，3月20日前\n5 号 柳树村')).toEqual([1, 5]);
    expect(tasksNamedIn('好。')).toEqual([]);
  });
});

describe('called by name', () => {
  test.each([
    ['@小执 待办', 'list'],
    ['@小执\u2005待办', 'list'],
    ['@小执 @老李 收到 3', 'acknowledge 3'],
    ['小执，待办', 'list'],
    ['@小执', 'unknown'],
  ])('「%s」 → %s', (said, understood) => {
    expect(shown(said)).toBe(understood);
  });
});

describe('odd letters', () => {
  test.each(['', ' ', '\n\n', '\u200b\u200d\ufeff', '\u3000'])('nothing is said: %j', (said) => {
    expect(understand(said)).toEqual({ intents: [], quoted: [] });
  });

  test.each([
    ['收\u200b到\u200b3', 'acknowledge 3'],
    ['\u202e收到 3', 'acknowledge 3'],
    ['收到\u00a03', 'acknowledge 3'],
    ['收到\u30003', 'acknowledge 3'],
    ['收到\t3\r\n', 'acknowledge 3'],
    ['收到 3\u0000', 'acknowledge 3'],
    ['\ud800', 'unknown'],
    ['收到 3 \udfff', 'acknowledge 3'],
    ['😀😀', 'unknown'],
    ['收到 3 👨‍👩‍👧', 'acknowledge 3'],
    ['ﬀﬁ㍿', 'unknown'],
    ['İ收到', 'unknown'],
    ['収到 3', 'visit 3 ?'],
    ['ＯＫ　３', 'acknowledge 3'],
    ['constructor', 'unknown'],
    ['__proto__ 3', 'visit 3 ?'],
  ])('%j → %s', (said, understood) => {
    expect(shown(said)).toBe(understood);
  });
});

describe('whatever is written', () => {
  /** Pieces that the rules look for, in any order: a seeded generator, so that a failure can be repeated. */
  const PIECES = [
    ...[
      '收到',
      '走访',
      '3',
      '１２',
      '③',
      '廿一',
      '第',
      '号',
      '个',
      '-',
      '到',
      '、',
      '，',
      '。',
      '\n',
      ' ',
      '「',
      '」',
      '“',
      '”',
    ],
    ...[
      '愿履行',
      '没人',
      '不',
      '没',
      '吗',
      '？',
      '他',
      '稻子',
      '不归我管',
      '详情',
      '都',
      '是',
      '123456',
      '2026-11-23',
      '1.2.',
    ],
    ...[
      '@小执 ',
      '------\n',
      '\n- - - - - -\n',
      '任务 2：',
      '\ud83d',
      '\udc4c',
      '👌',
      '<b>',
      '\u200b',
      '不 想 活',
      '…',
      '.',
      '[',
      ']',
    ],
    ...['ok', 'İ', 'ﬃ', '\u0301', 'constructor', '一', '二', '十', '明天去', '死', '/', ':', '年', '月'],
  ];
  function generator(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }

  test('it is read, and read the same again', () => {
    const next = generator(20_260_302);
    for (let round = 0; round < 3_000; round += 1) {
      const length = 1 + Math.floor(next() * 14);
      const message = Array.from({ length }, () => PIECES[Math.floor(next() * PIECES.length)]).join('');
      const { intents, quoted } = understand(message);
      expect(understand(message), JSON.stringify(message)).toEqual({ intents, quoted });
      for (const intent of intents) {
        if (!('which' in intent)) continue;
        const values = intent.which.numbers.map(({ value }) => value);
        expect(values.every((value) => Number.isInteger(value) && value > 0 && value < 1_000)).toBe(true);
        expect(new Set(values).size, JSON.stringify(message)).toBe(values.length);
      }
    }
  });

  test.each([
    ...[
      '稻',
      '收',
      '1',
      '一',
      ' ',
      '。',
      '-',
      '「',
      '\n-',
      '收到',
      '没人',
      '1 ',
      '1-',
      '1.',
      '第',
      '@a ',
      '不 ',
      '想.',
      '死',
    ],
    ...['1收到2没人', '3 没', '他说家里的事情很多', '\n- - - - - -', '¥', '是', '00', '\u200b', '👌', '…'],
  ])('a long text of 「%s」 is read in a time that grows with its length', (piece) => {
    // A time-out is the only clock here: what grows by powers does not come back.
    const { intents } = understand(piece.repeat(Math.ceil(60_000 / piece.length)));
    expect(intents.length).toBeLessThanOrEqual(60_000);
  });
});
