import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../shared/day';
import { applicationLimit, instalmentLimit, type LimitOptions } from '../../shared/law/limitation';

describe('the two years to apply for enforcement', () => {
  const on = (text: string) => day(text);
  const cases: [title: string, last: Day | Day[], options: LimitOptions, expected: object][] = [
    [
      'a Sunday at the end gives the Monday',
      on('2024-11-22'),
      {},
      { day: '2026-11-23', rolled: true, certain: true },
    ],
    [
      'a year without a calendar shows the natural day, uncertain',
      on('2025-06-30'),
      {},
      { day: '2027-06-30', rolled: false, certain: false },
    ],
    ['instalments run from the last', [on('2024-09-30'), on('2024-03-31')], {}, { day: '2026-09-30' }],
    [
      'a demand runs the two years anew',
      on('2022-03-10'),
      { restarts: [{ day: on('2023-08-01'), kind: 'demand' }] },
      { day: '2025-08-01', from: '2023-08-01', restartedBy: 'demand' },
    ],
    [
      'a settlement runs from the last day that it gives',
      on('2022-03-10'),
      { restarts: [{ day: on('2023-08-01'), kind: 'settlement', performBy: on('2024-09-30') }] },
      { day: '2026-09-30', restartedBy: 'settlement' },
    ],
    [
      'a demand after the end does not revive the limit',
      on('2022-03-10'),
      { restarts: [{ day: on('2024-03-12'), kind: 'demand' }] },
      { day: '2024-03-11', restartedBy: null },
    ],
    [
      'a promise before the last day for performance shortens nothing',
      on('2022-03-10'),
      { restarts: [{ day: on('2022-01-01'), kind: 'promise' }] },
      { day: '2024-03-11', restartedBy: null },
    ],
    [
      'restarts chain: the second comes in time because of the first',
      on('2020-03-10'),
      {
        restarts: [
          { day: on('2023-06-01'), kind: 'promise' },
          { day: on('2022-01-10'), kind: 'demand' },
        ],
      },
      { day: '2025-06-03', restartedBy: 'promise' },
    ],
    [
      'an obstacle in the last six months puts the end off by its days',
      on('2022-03-10'),
      { obstacles: [{ from: on('2024-01-01'), to: on('2024-01-20') }] },
      { day: '2024-04-01' },
    ],
    [
      'an obstacle before the last six months puts nothing off',
      on('2022-03-10'),
      { obstacles: [{ from: on('2023-01-01'), to: on('2023-06-20') }] },
      { day: '2024-03-11' },
    ],
  ];
  it.each(cases)('%s', (_, last, options, expected) => {
    expect(applicationLimit(last, options)).toMatchObject(expected);
  });

  it('who wants a checked day gets it or a refusal', () => {
    expect(instalmentLimit([on('2024-11-22')])).toBe('2026-11-23');
    expect(() => instalmentLimit([on('2025-06-30')])).toThrow(/2027/);
  });
});
