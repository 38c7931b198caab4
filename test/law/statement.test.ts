import { describe, expect, it } from 'vitest';
import { day } from '../../shared/day';
import { delayDays, doubledPart, type Suspension } from '../../shared/law/delayed-interest';
import { DEFAULT_SETTINGS } from '../../shared/law/settings';
import { computeStatement, type StatementInput } from '../../shared/law/statement';
import { statementNotes, statementRows } from '../../shared/law/statement-rows';
import { type Fen, parseYuan, yuan } from '../../shared/money';

const debt: StatementInput = {
  costs: parseYuan('2300'),
  portions: [{ principal: parseYuan('100000'), expiry: day('2025-03-10') }],
  payments: [],
  asOf: day('2025-06-18'),
};
const doubledOf = (changes: Partial<StatementInput>) =>
  yuan(computeStatement({ ...debt, ...changes }).left.doubled);

describe('what a debt without payments owes', () => {
  it('costs are part of the base, and the day of performance counts', () => {
    expect(doubledOf({})).toBe('1790.25');
  });
  it('a court may leave costs out of the base, and says so', () => {
    const settings = { ...DEFAULT_SETTINGS, doubledBaseIncludesCosts: false };
    expect(doubledOf({ settings })).toBe('1750.00');
    const notes = statementNotes(computeStatement({ ...debt, settings })).join('\n');
    expect(notes).toContain('诉讼费用不计入加倍部分的计算基数');
    expect(notes).toContain('各地做法不一');
  });
  it('a court may count the day of expiry itself', () => {
    expect(doubledOf({ settings: { ...DEFAULT_SETTINGS, expiryDayCounts: true } })).toBe(
      yuan(doubledPart(parseYuan('102300'), 101)),
    );
  });
  it('before the period expires nothing is doubled', () => {
    expect(doubledOf({ asOf: day('2025-03-10') })).toBe('0.00');
    expect(doubledOf({ asOf: day('2025-03-11') })).toBe('17.90');
  });
  it('no performance period: nothing is presumed, and a remark says that a judge decides', () => {
    const open = computeStatement({ ...debt, portions: [{ principal: parseYuan('100000'), expiry: null }] });
    expect(open.left.doubled).toBe(0);
    expect(open.remarks).toEqual(['no-performance-period']);
  });
  it('who has borne what the mediation statement provides, bears nothing doubled', () => {
    const paid = computeStatement({ ...debt, mediationPenaltyPaid: true });
    expect(paid.left.doubled).toBe(0);
    expect(paid.citations.map((citation) => citation.number)).toContain('法释〔2004〕12号');
  });
  it('days before 2014-08-01 are left to a person', () => {
    const old = computeStatement({
      costs: 0 as Fen,
      portions: [{ principal: parseYuan('10000'), expiry: day('2014-06-30') }],
      payments: [],
      asOf: day('2014-08-30'),
    });
    expect(old.left.doubled).toBe(doubledPart(parseYuan('10000'), 30));
    expect(old.remarks).toEqual(['before-2014-08-01']);
  });
  it('from the day on which bankruptcy is accepted nothing more is doubled', () => {
    const stopped = { bankruptcyAccepted: day('2025-03-21') };
    expect(doubledOf(stopped)).toBe(yuan(doubledPart(parseYuan('102300'), 10)));
  });
  it('neither payments nor a day: nothing has run', () => {
    const still = computeStatement({ ...debt, asOf: undefined });
    expect(still.asOf).toBeNull();
    expect(still.left.total).toBe(parseYuan('102300'));
  });
});

describe('who applied for a suspension decides whether it stops the count', () => {
  const range = { from: day('2025-04-01'), to: day('2025-04-30') };
  const daysWith = (suspension: Suspension, settlementDaysExcluded = false) =>
    delayDays(day('2025-03-10'), day('2025-06-18'), { suspensions: [suspension], settlementDaysExcluded });
  it.each([
    ['the court reviewed the instrument', { appliedBy: 'court', ground: 'review' }, 70],
    ['a retrial on an outsider’s application', { appliedBy: 'outsider', ground: 'retrial' }, 70],
    ['the obligor applied himself', { appliedBy: 'obligor', ground: 'review' }, 100],
    ['a settlement, by default', { appliedBy: 'obligee', ground: 'settlement' }, 100],
  ] as const)('%s', (_, suspension, days) => {
    expect(daysWith({ ...range, ...suspension })).toBe(days);
  });
  it('a settlement, where the court leaves its days out', () => {
    expect(daysWith({ ...range, appliedBy: 'obligee', ground: 'settlement' }, true)).toBe(70);
  });
});

describe('instalments', () => {
  const plan: StatementInput = {
    costs: 0 as Fen,
    portions: [
      { principal: parseYuan('10000'), expiry: day('2025-03-31') },
      { principal: parseYuan('10000'), expiry: day('2025-01-31') },
      { principal: parseYuan('10000'), expiry: day('2025-02-28') },
    ],
    payments: [],
    asOf: day('2025-04-30'),
  };
  it('each is late from its own day: 89 + 61 + 30 days', () => {
    expect(yuan(computeStatement(plan).left.doubled)).toBe('315.00');
  });
  it('a payment reaches the earliest due first', () => {
    const payments = [{ day: day('2025-01-31'), amount: parseYuan('10000') }];
    expect(yuan(computeStatement({ ...plan, payments }).left.doubled)).toBe('159.25');
  });
  it('a payment ahead of time is taken from the next instalment', () => {
    const payments = [{ day: day('2025-01-31'), amount: parseYuan('15000') }];
    // 5,000 × 61 days + 10,000 × 30 days.
    expect(yuan(computeStatement({ ...plan, payments }).left.doubled)).toBe('105.88');
  });
  it('payments after the day asked for are not in the statement', () => {
    const payments = [{ day: day('2025-05-01'), amount: parseYuan('10000') }];
    expect(computeStatement({ ...plan, payments }).lines).toEqual([]);
  });
});

describe('interest of the instrument itself', () => {
  const general = {
    rate: { numerator: 365, denominator: 10_000, per: 'year' as const },
    start: day('2025-01-01'),
  };
  const settings = { ...DEFAULT_SETTINGS, daysAYear: 360 as const };
  const interest = (changes: Partial<StatementInput>) =>
    yuan(computeStatement({ ...debt, general, asOf: day('2025-01-10'), ...changes }).left.general);
  it('runs from its first day, that day included', () => {
    expect(interest({})).toBe('100.00');
    expect(interest({ asOf: day('2024-12-31') })).toBe('0.00');
  });
  it('a court may count 360 days a year where the instrument is silent', () => {
    expect(interest({ settings })).toBe('101.39');
    expect(interest({ settings, general: { ...general, basisDays: 365 } })).toBe('100.00');
  });
});

describe('a printed statement', () => {
  const printed = computeStatement({
    ...debt,
    payments: [
      { day: day('2025-06-18'), amount: parseYuan('50000') },
      { day: day('2025-09-26'), amount: parseYuan('60000') },
    ],
    asOf: undefined,
  });
  it('names each part of each payment with its article', () => {
    const [first, second, last] = statementRows(printed);
    expect(first!.title).toBe('2025年6月18日付款 50,000.00 元');
    expect(first!.items.map(({ label, amount }) => [label, yuan(amount)])).toEqual([
      ['诉讼费用', '2300.00'],
      ['本金', '47700.00'],
    ]);
    expect(first!.items[0]!.citation).toContain('第五百六十一条');
    expect(second!.items.map(({ label, amount }) => [label, yuan(amount)])).toEqual([
      ['本金', '52300.00'],
      ['迟延履行利息（加倍部分）', '2705.50'],
      ['多付的钱，应当退还', '4994.50'],
    ]);
    expect(last!.title).toBe('截至2025年9月26日，还欠 0.00 元');
  });
});
