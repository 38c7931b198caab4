import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { applicationWords, dailyRateWords, generalRateWords } from '../../shared/law/explain-wording';
import { fen } from '../../shared/money';

describe('a rate is said as people say it', () => {
  test.each([
    [7, 40_000, '万分之1.75'],
    [5, 10_000, '万分之5'],
    [1, 30_000, '万分之约0.333333'],
  ])('%s/%s a day', (numerator, denominator, words) => {
    expect(dailyRateWords({ numerator, denominator }).rate).toBe(words);
  });

  test.each([
    [345, 10_000, 'year', undefined, '年利率3.45%，一年按365天', '3.45% ÷ 365'],
    [154, 1_000, 'year', 360, '年利率15.4%，一年按360天', '15.4% ÷ 360'],
    [24, 100, 'year', 365, '年利率24%，一年按365天', '24% ÷ 365'],
    [5, 10_000, 'day', undefined, '日利率0.05%', '0.05%'],
  ] as const)('%s/%s a %s, %s days', (numerator, denominator, per, basisDays, rate, factor) => {
    const interest = { rate: { numerator, denominator, per }, ...(basisDays ? { basisDays } : {}) };
    expect(generalRateWords(interest, { daysAYear: 365 })).toEqual({ rate, factor });
  });
});

describe('the words on an application', () => {
  const limit = { applyBefore: day('2026-11-23'), applyBeforeCertain: false };
  test('say that the last day is not checked where it is not', () => {
    expect(applicationWords(fen(0), limit).join()).toContain('2026年11月23日（未核定，以法院核算为准）');
    expect(applicationWords(fen(0), { ...limit, applyBeforeCertain: true }).join()).not.toContain('未核定');
  });
  test('name a fee only where there would be one', () => {
    expect(applicationWords(fen(0), limit)).toHaveLength(1);
    expect(applicationWords(fen(65_000), limit)[0]).toContain('大约650.00元');
  });
});
