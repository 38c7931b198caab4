import { describe, expect, it } from 'vitest';
import { day } from '../../shared/day';
import { bountyOf } from '../../shared/law/bounty';
import { liftingOf, restrictionOf } from '../../shared/law/consumption-restriction';
import { graceEnds, listingExpires, mustBeDelisted } from '../../shared/law/dishonest-list';
import { executionFeeBase } from '../../shared/law/fees';
import { NODE_TABLE } from '../../shared/law/node-table';
import { checkCourtLimits, nodeDays } from '../../shared/law/nodes';
import { percent } from '../../shared/law/percent';
import { mayCertify } from '../../shared/law/performance-certificate';
import { serviceOf } from '../../shared/law/service';
import { DEFAULT_SETTINGS } from '../../shared/law/settings';
import { recheckDays } from '../../shared/law/terminate-this-round';
import { parseYuan, yuan } from '../../shared/money';

describe('nodes of enforcement', () => {
  it('the legal line and the desk’s own line are two days', () => {
    const { legal, warning } = nodeDays('execution-notice', day('2026-04-27'));
    expect([legal!.day, warning!.day]).toEqual(['2026-05-07', '2026-04-30']);
  });
  it.each([
    ['movable-seizure', '2024-02-29', '2026-02-27'],
    ['closing-start', '2026-03-15', '2026-06-16'],
    ['extension-request', '2026-07-13', '2026-07-08'],
    ['case-closed', '2026-01-12', '2026-07-13'],
  ] as const)('%s from %s: %s', (code, trigger, expected) => {
    expect(nodeDays(code, day(trigger)).legal!.day).toBe(expected);
  });
  it('a court’s own limit is taken, and may not be looser than the law', () => {
    const strict = { 'payout-done': { legal: { kind: 'within', count: 20, unit: 'day' } } } as const;
    expect(nodeDays('payout-done', day('2026-04-07'), strict).legal!.day).toBe('2026-04-27');
    expect(() => checkCourtLimits(strict)).not.toThrow();
    const loose = { 'payout-done': { legal: { kind: 'within', count: 2, unit: 'month' } } } as const;
    expect(() => checkCourtLimits(loose)).toThrow(/案款发放完成.*30日/);
  });
  it('no warning line of the table is looser than the law', () => {
    for (const [code, { warning }] of Object.entries(NODE_TABLE)) {
      if (warning) expect(() => checkCourtLimits({ [code]: { warning } })).not.toThrow();
    }
  });
  it('a mere state has no day', () => {
    expect(nodeDays('with-property', day('2026-04-27'))).toEqual({ legal: null, warning: null });
  });
});

describe('the list, and how it ends', () => {
  it('a term of two years ends on its own day, and the deletion three working days later', () => {
    const expired = listingExpires(day('2024-05-06'), 2);
    expect(mustBeDelisted({ ground: 'term-expired', day: expired }, true)).toEqual({
      answer: 'must',
      by: '2026-05-09',
    });
  });
  it.each([
    ['creditor-asks', false, 'must'],
    ['creditor-asks', true, 'no'],
    ['settlement-performed', true, 'may-early'],
    ['term-expired', false, 'no'],
  ] as const)('%s, with a term: %s, gives %s', (ground, hasTerm, answer) => {
    expect(mustBeDelisted({ ground, day: day('2026-04-07') }, hasTerm).answer).toBe(answer);
  });
  it('nothing happened: the listing stands', () => {
    expect(mustBeDelisted(null, false).answer).toBe('no');
  });
  it('a period of grace ends on the corresponding day', () => {
    expect(graceEnds(day('2026-01-31'), 1)).toBe('2026-02-28');
  });
});

describe('restriction, lifting, certificate', () => {
  it.each([
    [{ enforcementFiled: false, noticePeriodPassed: true, listed: true }, 'not-filed'],
    [{ enforcementFiled: true, noticePeriodPassed: false, listed: false }, 'too-early'],
    [{ enforcementFiled: true, noticePeriodPassed: true, listed: false }, 'may'],
    [{ enforcementFiled: true, noticePeriodPassed: true, listed: true }, 'must'],
  ] as const)('%j: %s', (facts, answer) => {
    expect(restrictionOf(facts)).toBe(answer);
  });
  it('performance lifts, security may', () => {
    expect(liftingOf({ performed: true, fullySecured: false, creditorAgrees: false })).toBe('must');
    expect(liftingOf({ performed: false, fullySecured: true, creditorAgrees: false })).toBe('may');
    expect(liftingOf({ performed: false, fullySecured: false, creditorAgrees: false })).toBe('no');
  });
  it.each([
    [{ creditorConfirmed: false, paidIntoCourt: false }, false],
    [{ creditorConfirmed: true, paidIntoCourt: false }, true],
    [{ creditorConfirmed: false, paidIntoCourt: true }, true],
  ])('a certificate needs the creditor’s word or the court’s account: %j', (facts, may) => {
    expect(mayCertify({ performedInFull: true, enforcementFiled: false, ...facts })).toBe(may);
    expect(mayCertify({ performedInFull: true, enforcementFiled: true, ...facts })).toBe(false);
    expect(mayCertify({ performedInFull: false, enforcementFiled: false, ...facts })).toBe(false);
  });
});

describe('bounty', () => {
  const promise = { mode: 'fixed', amount: parseYuan('5000') } as const;
  const liaison = { id: 'liaison', seq: 1, liaison: true };
  const citizen = { id: 'citizen', seq: 2 };
  it.each([
    ['a liaison is passed over', [liaison, citizen], DEFAULT_SETTINGS, 'citizen'],
    ['unless released in writing', [{ ...liaison, released: true }, citizen], DEFAULT_SETTINGS, 'liaison'],
    [
      'or the court lets liaisons take',
      [liaison],
      { ...DEFAULT_SETTINGS, liaisonsMayTakeBounty: true },
      'liaison',
    ],
    ['nobody is entitled', [liaison], DEFAULT_SETTINGS, null],
  ])('%s', (_, informants, settings, payee) => {
    expect(bountyOf(promise, parseYuan('80000'), informants, settings).payee).toBe(payee);
  });
  it('what the realised sum does not cover, the creditor owes himself', () => {
    const { bounty, creditorNet, creditorOwes } = bountyOf(promise, parseYuan('3000'), [citizen]);
    expect([bounty, creditorNet, creditorOwes].map(yuan)).toEqual(['3000.00', '0.00', '2000.00']);
  });
});

describe('service', () => {
  it.each([
    [
      'in person, signed',
      { channel: 'in-person', signed: day('2026-03-02') },
      { served: 'yes', on: '2026-03-02' },
    ],
    ['by post, not signed', { channel: 'post' }, { served: 'no' }],
    [
      'arrived, but the address was not confirmed',
      { channel: 'electronic', consent: true, arrived: day('2026-03-02') },
      { served: 'no' },
    ],
    [
      'he had objected to electronic service',
      { channel: 'electronic', objected: true, read: day('2026-03-02') },
      { served: 'no' },
    ],
    [
      'public notice, thirty days',
      { channel: 'public-notice', published: day('2026-03-02') },
      { served: 'yes', on: '2026-04-01' },
    ],
    [
      'public notice in a simplified case',
      { channel: 'public-notice', published: day('2026-03-02'), simplifiedProcedure: true },
      { served: 'no', because: 'no-notice-in-simple-cases' },
    ],
  ] as const)('%s', (_, attempt, answer) => {
    expect(serviceOf(true, attempt)).toEqual(answer);
  });
});

describe('figures', () => {
  it('rechecks from a month’s end keep to the month’s end', () => {
    expect(recheckDays(day('2025-08-31')).slice(0, 3)).toEqual(['2026-02-28', '2026-08-31', '2027-02-28']);
  });
  it('a percentage is exact for counts that a float cannot hold', () => {
    expect(percent(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe('100.00');
    expect(percent(0, 7)).toBe('0.00');
  });
  it('the court chooses what the execution fee is counted on', () => {
    const sums = {
      claim: parseYuan('100000'),
      realized: parseYuan('40000'),
      delayedInterest: parseYuan('1750'),
    };
    const on = (changes: object) => yuan(executionFeeBase(sums, { ...DEFAULT_SETTINGS, ...changes }));
    expect(on({})).toBe('100000.00');
    expect(on({ executionFeeOn: 'realized' })).toBe('40000.00');
    expect(on({ executionFeeIncludesDelayedInterest: true })).toBe('101750.00');
  });
});
