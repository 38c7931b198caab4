import { describe, expect, it } from 'vitest';
import { runVector } from '../../shared/law/vectors';

const MAY_BE_LISTED = { enforcement_filed: true, notice_served: true };
const BOUNTY = { bounty: '5000.00', to: null, applicant_net: '95000.00' };
const DEBT = { principal: '1000', expiry: '2026-01-31' };

describe('a vector may be written otherwise, and means the same', () => {
  const cases: [what: string, fn: string, inputs: object, expected: unknown][] = [
    ['days as text', 'doubled', { base_yuan: '1,000,000', days: '100' }, '17500.00'],
    ['an amount as a number', 'doubled', { base_yuan: 600, days: 1 }, '0.11'],
    ['a flag as text', 'case_fee', { a: 1_000_000, half: 'true' }, '6900.00'],
    ['no half at all', 'case_fee', { a: '1000000' }, '13800.00'],
    ['a flag that says no', 'case_fee', { a: '1000000', half: 'false' }, '13800.00'],
    ['roll as text', 'period', { start: '2026-10-01', n: '1', unit: 'days', roll: 'false' }, '2026-10-02'],
    ['the unit in Chinese', 'period', { start: '2026-03-01', n: 6, unit: '月' }, '2026-09-01'],
    ['a percentage', 'bounty', { mode: 'pct', value: '5%', realized: 100_000 }, BOUNTY],
    ['months as text', 'exec_deadline', { filed: '2026-01-12', months: '6', excluded: null }, '2026-07-13'],
    ['counts as text', 'pct', { n: '37', d: '43', nd: '1' }, '86.0'],
    ['one due day alone', 'limitation_instalments', { due: '2024-09-30' }, '2026-09-30'],
    [
      'instalments as records',
      'multi',
      { items: [{ due: '2025-03-31', amount: '10000' }], end: '2025-04-30' },
      '52.50',
    ],
    [
      'a seized thing of no kind of its own',
      'seize_last_safe_day',
      { on: '2026-03-10', kind: '股权' },
      '2029-03-09',
    ],
    [
      'who asked for the suspension',
      'delay_days',
      {
        expiry: '2025-01-10',
        end: '2025-01-31',
        suspensions: [{ from: '2025-01-15', to: '2025-01-20', applied_by: 'debtor' }],
      },
      21,
    ],
    [
      'a minor by another word',
      'can_list',
      { ...MAY_BE_LISTED, reason: '4', is_minor: 1 },
      'NO:未成年人(第四条)',
    ],
    [
      'enough security is security, not a seizure',
      'can_list',
      { ...MAY_BE_LISTED, reason: 6, enough_security: true },
      'OK:须院长签发决定书并送达',
    ],
    [
      'property enough',
      'can_list',
      { ...MAY_BE_LISTED, reason: 1, property_frozen_in_full: 'yes' },
      'NO:第三条',
    ],
    ['no reason before filing', 'can_list', { enforcement_filed: false }, 'NO:未进入执行,不是被执行人'],
    [
      'the day of listing under any name',
      'delist',
      { reason: 2, term_years: '2', included_on: '2024-05-06', event: '2026-05-06' },
      { action: '必须删除', by: '2026-05-09' },
    ],
    [
      'the end of the term itself',
      'delist',
      { reason: 2, term_years: 2, term_expires: '2026-05-06' },
      { action: '必须删除', by: '2026-05-09' },
    ],
    [
      'performed before the term ends',
      'delist',
      { reason: 2, term_years: 2, listed: '2025-05-06', performed: 'true', event: '2026-05-06' },
      { action: '可以提前删除(须法院决定)', by: null },
    ],
    [
      'a ground of article 10 that never ends a term',
      'delist',
      { reason: 2, term_years: 2, applicant_requests: true, event: '2026-05-06' },
      { action: '不删除', by: null },
    ],
    [
      'gates as text',
      'zhongben',
      {
        filed: '2026-03-15',
        on: '2026-07-01',
        visited: 'true',
        applicant_interviewed: 1,
        clues_open: 'false',
      },
      [],
    ],
    [
      'a witness by name of the office',
      'served',
      { document_sent: true, channel: '留置', refused: true, witness: '村委会' },
      'YES',
    ],
    [
      'a mediation statement by name of the document',
      'served',
      { document_sent: true, channel: 'leave', refused: true, video: true, document: '调解书' },
      'NO:调解书不适用留置',
    ],
    [
      'by public notice',
      'served',
      { document_sent: true, channel: 'public_notice', posted: '2026-03-01' },
      'YES@2026-03-31',
    ],
    [
      'by post, signed for',
      'served',
      { document_sent: true, channel: 'mail', received: '2026-03-04' },
      'YES@2026-03-04',
    ],
    [
      'nothing said of a document',
      'served',
      { channel: 'sms', replied: '2026-03-04' },
      'NO:只是提醒,不是送达',
    ],
  ];
  it.each(cases)('%s (%s)', (_, fn, inputs, expected) => {
    expect(runVector(fn, inputs)).toEqual(expected);
  });

  it('payments as pairs, and no costs', () => {
    const pairs = runVector('statement', { ...DEBT, payments: [['2026-02-10', '1010']] });
    const records = runVector('statement', {
      ...DEBT,
      cost: '0',
      payments: [{ date: '2026-02-10', amount: 1010 }],
    });
    expect(pairs).toEqual(records);
    expect(pairs).toMatchObject({ alloc: [{ doubled: '1.75', surplus: '8.25' }] });
  });
});
