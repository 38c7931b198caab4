import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTICE_STATES, type NoticeState } from '../../shared/cases/stages';
import { pauseBeforeAsk } from '../../shared/reminders/asks';
import { fateAfter, SAID } from '../../shared/reminders/fate';

describe('what becomes of a message when its carrier speaks of it', () => {
  test.each([
    // state now, accepted, delivered, permanent, opted-out
    ['unknown', 'accepted', 'delivered', 'permanent', 'opted-out'],
    ['accepted', null, 'delivered', 'permanent', 'opted-out'],
    ['permanent', null, 'delivered', null, 'opted-out'],
    ['opted-out', null, 'delivered', null, null],
    ['delivered', null, null, null, null],
    ['pending', null, null, null, null],
    ['temporary', null, null, null, null],
    ['suppressed', null, null, null, null],
  ] as const)('%s', (state, ...becomes) => {
    expect(SAID.map((said) => fateAfter(state, said))).toEqual(becomes);
  });

  test('every state has its row above', () => {
    expect([...NOTICE_STATES].sort()).toEqual(
      [
        'accepted',
        'delivered',
        'opted-out',
        'pending',
        'permanent',
        'suppressed',
        'temporary',
        'unknown',
      ].sort(),
    );
  });

  test('in any order, and however often, reports come to the same', () => {
    const end = (from: NoticeState, said: readonly (typeof SAID)[number][]) =>
      said.reduce<NoticeState>((state, one) => fateAfter(state, one) ?? state, from);
    fc.assert(
      fc.property(
        fc.constantFrom('unknown', 'accepted'),
        fc.array(fc.constantFrom(...SAID), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (from, said, chance) => {
          const shuffled = [...said, ...said]
            .map((one) => ({ one, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          expect(end(from, shuffled)).toBe(end(from, said));
        },
      ),
    );
  });
});

test('a carrier is asked after two minutes, ten, an hour and six hours, and then no more', () => {
  let minutes = 0;
  const asked: number[] = [];
  for (let asks = 0; ; asks += 1) {
    const pause = pauseBeforeAsk(asks);
    if (pause === null) break;
    minutes += pause / 60_000;
    asked.push(minutes);
  }
  expect(asked).toEqual([2, 10, 60, 360]);
});
