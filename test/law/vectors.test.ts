import { describe, expect, it } from 'vitest';
import { differenceOf, runVector } from '../../shared/law/vectors';
import examples from './examples.json';

describe('the handbook computes the same by hand', () => {
  it.each(examples.map((vector, i) => [i + 1, vector.rule, vector.fn, vector] as const))(
    '%i %s (%s)',
    (_, __, fn, vector) => {
      expect(runVector(fn, vector.inputs)).toEqual(vector.expected);
    },
  );

  it('tells a vector that differs, whatever the order of its keys', () => {
    const inputs = { mode: 'fixed', value: '10000', realized: '80000' };
    expect(
      differenceOf({ fn: 'doubled', inputs: { base_yuan: '600', days: 1 }, expected: '0.10' }),
    ).toContain('0.11');
    const expected = { to: null, applicant_net: '70000.00', bounty: '10000.00' };
    expect(differenceOf({ fn: 'bounty', inputs, expected })).toBeNull();
  });

  it('a name that is not in the table is a fault', () => {
    expect(() => runVector('guess', {})).toThrow(RangeError);
  });
});

/** What the README names and no published vector shows. */
describe('the options that the table names', () => {
  const cases: [fn: string, inputs: object, expected: unknown][] = [
    ['delay_days', { expiry: '2025-01-10', end: '2025-01-10' }, 0],
    ['delay_days', { expiry: '2024-02-28', end: '2024-02-29' }, 1],
    // 01-11 … 01-31 are 21 days; two ranges that overlap and adjoin take 01-15 … 01-25.
    [
      'delay_days',
      {
        expiry: '2025-01-10',
        end: '2025-01-31',
        suspensions: [
          ['2025-01-18', '2025-01-22'],
          ['2025-01-15', '2025-01-20'],
          ['2025-01-23', '2025-01-25'],
        ],
      },
      10,
    ],
    [
      'delay_days',
      {
        expiry: '2025-01-10',
        end: '2025-01-31',
        suspensions: [
          ['2024-12-01', '2025-01-10'],
          ['2025-02-01', '2025-03-01'],
        ],
      },
      21,
    ],
    [
      'delay_days',
      { expiry: '2025-01-10', end: '2025-01-31', suspensions: [['2025-01-01', '2025-02-28']] },
      0,
    ],
    ['delay_days', { expiry: '2015-07-03', end: '2015-09-01', floor: '2014-08-01' }, 60],
    [
      'delay_days',
      {
        expiry: '2014-06-30',
        end: '2014-08-30',
        floor: '2014-08-01',
        suspensions: [['2014-07-20', '2014-08-10']],
      },
      20,
    ],
    ['exec_fee', { a: '0.01' }, '50.00'],
    ['exec_fee', { a: '10000' }, '50.00'],
    ['exec_fee', { a: '10000.34' }, '50.01'],
    ['exec_fee', { a: '20000000' }, '87400.00'],
    ['case_fee', { a: '10000', half: true }, '25.00'],
    // 50.025 halved is 25.0125: rounded once, not 50.03 / 2.
    ['case_fee', { a: '10001', half: true }, '25.01'],
    ['case_fee', { a: '20000001' }, '141800.01'],
    ['pres_fee', { a: '1000' }, '30.00'],
    ['pres_fee', { a: '896000' }, '5000.00'],
    ['pres_fee', { a: '895999' }, '5000.00'],
    ['pres_fee', { a: '895000' }, '4995.00'],
    ['period', { start: '2026-12-25', n: 10, unit: 'day', roll: false }, '2027-01-04'],
    ['period', { start: '2026-10-01', n: 1, unit: 'day', roll: false }, '2026-10-02'],
    ['period', { start: '2024-02-29', n: 1, unit: 'year', roll: false }, '2025-02-28'],
    ['period', { start: '2023-02-28', n: 1, unit: 'year', roll: false }, '2024-02-28'],
    ['period', { start: '2025-03-31', n: 1, unit: 'month' }, '2025-04-30'],
    ['period', { start: '2026-01-10', n: 1, unit: 'year' }, 'ERR:UnknownYear'],
    ['workdays', { start: '2026-12-30', n: 1 }, '2026-12-31'],
    ['workdays', { start: '2026-12-30', n: 2 }, 'ERR:UnknownYear'],
    ['limitation_instalments', { due: ['2024-09-30', '2024-03-31'] }, '2026-09-30'],
    ['limitation_instalments', { due: ['2025-03-31'] }, 'ERR:UnknownYear'],
    [
      'exec_deadline',
      {
        filed: '2026-01-12',
        months: 6,
        excluded: [
          ['2026-03-01', '2026-03-20'],
          ['2026-03-11', '2026-03-30'],
        ],
      },
      '2026-08-11',
    ],
    [
      'exec_deadline',
      { filed: '2026-01-12', months: 6, excluded: [['2025-12-01', '2026-01-12']] },
      '2026-07-13',
    ],
    [
      'bounty',
      { mode: 'pct', value: '0.10', realized: '92197008', cap: '5000000' },
      { bounty: '5000000.00', to: null, applicant_net: '87197008.00' },
    ],
    [
      'bounty',
      { mode: 'pct', value: '0.05', realized: '100.10' },
      { bounty: '5.01', to: null, applicant_net: '95.09' },
    ],
    ['can_list', { enforcement_filed: false, notice_served: true, reason: 4 }, 'NO:未进入执行,不是被执行人'],
    [
      'can_list',
      { enforcement_filed: true, notice_served: false, reason: 4, minor: true },
      'NO:未发执行通知',
    ],
    [
      'can_list',
      { enforcement_filed: true, notice_served: true, reason: 1, full_security: true },
      'NO:第三条',
    ],
    [
      'can_list',
      { enforcement_filed: true, notice_served: true, reason: 1, enough_seized: true },
      'NO:第三条',
    ],
    [
      'can_list',
      { enforcement_filed: true, notice_served: true, reason: 1, later_in_order: true },
      'NO:第三条',
    ],
    [
      'can_list',
      { enforcement_filed: true, notice_served: true, reason: 6, enough_seized: true },
      'NO:善意文明意见16',
    ],
    [
      'can_list',
      { enforcement_filed: true, notice_served: true, reason: 4, enough_seized: true },
      'OK:须院长签发决定书并送达',
    ],
    ['delist', { reason: 1, performed: false, event: '2026-09-30' }, { action: '不删除', by: null }],
    [
      'delist',
      { reason: 4, term_years: 2, listed: '2024-05-06', event: '2026-05-06' },
      { action: '必须删除', by: '2026-05-09' },
    ],
    [
      'zhongben',
      {
        filed: '2026-03-15',
        on: '2026-07-01',
        visited: true,
        applicant_interviewed: true,
        notice_and_report_order: false,
        consumption_order: false,
        clues_open: true,
      },
      ['未发执行通知/报告财产令', '未发限制消费令', '有未核实线索'],
    ],
    ['served', { document_sent: false, channel: 'sms', read: '2026-03-05' }, 'NO:只是提醒,不是送达'],
    [
      'served',
      { document_sent: true, channel: 'leave', refused: true, witness_village: true, mediation: true },
      'NO:调解书不适用留置',
    ],
    ['served', { document_sent: true, channel: 'leave', refused: true, recorded: true }, 'YES'],
    [
      'served',
      { document_sent: true, channel: 'electronic', read: '2026-03-03', replied: '2026-03-04' },
      'YES@2026-03-04',
    ],
    ['seize_last_safe_day', { on: '2026-03-10', kind: '不动产' }, '2029-03-09'],
    ['seize_last_safe_day', { on: '2026-03-10', kind: '其他' }, '2029-03-09'],
    ['pct', { n: 1, d: 3, nd: 0 }, '33'],
    ['pct', { n: 1, d: 8, nd: 1 }, '12.5'],
    ['pct', { n: 1, d: 16, nd: 1 }, '6.3'],
    ['pct', { n: 5, d: 1000, nd: 0 }, '1'],
  ];
  it.each(cases)('%s %j is %j', (fn, inputs, expected) => {
    expect(runVector(fn, inputs)).toEqual(expected);
  });
});
