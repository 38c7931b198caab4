import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, noEvidence, saysKicked } from '../../../bot/gateways/wechaty/pulse';

const DING = 20_000;
const DONG = 15_000;

test('whenever a healthy line goes silent, it is known within a minute', () => {
  fc.assert(
    fc.property(fc.nat(10 * DING), fc.boolean(), (silentAt, dingTaken) => {
      const evidence = { ...noEvidence(), account: 'in' as const, answeredAt: 0 };
      let known: number | null = null;
      for (let now = 0; known === null; now += 500) {
        if (now % DING === 0 && now >= silentAt && evidence.dingAt === null) {
          Object.assign(evidence, { dingAt: now, dingTaken });
        }
        const state = judge(evidence, now, DONG);
        if (state !== 'up') {
          expect(state).toBe(dingTaken ? 'displaced' : 'frozen');
          known = now;
        }
      }
      expect(known - silentAt).toBeLessThanOrEqual(60_000);
    }),
  );
});

test.each([
  ['logged in on another device', true],
  ['被踢下线', true],
  ['user quit', false],
])('%s: kicked %s', (reason, kicked) => {
  expect(saysKicked(reason)).toBe(kicked);
});
