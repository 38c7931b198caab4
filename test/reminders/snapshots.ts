import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import type { ReminderSnapshot } from '../../shared/reminders/plan';

/** Supervised since 2 March, 50,000 yuan due on 20 March, one debtor and one creditor. */
export function snapshot(wish: Partial<ReminderSnapshot> = {}): ReminderSnapshot {
  return {
    status: 'supervised',
    startedDay: day('2026-03-02'),
    portions: [{ dueDay: day('2026-03-20'), amount: fen(5_000_000) }],
    confirmed: fen(0),
    plan: null,
    parties: [
      { partyId: 'obligor', side: 'obligor' },
      { partyId: 'obligee', side: 'obligee' },
    ],
    ...wish,
  };
}

/** Agreed on 10 March: 20,000 yuan by 31 March, 30,000 by 30 April. */
export const agreed = (wish: Partial<NonNullable<ReminderSnapshot['plan']>> = {}) =>
  snapshot({
    status: 'planned',
    plan: {
      state: 'accepted',
      acceptedDay: day('2026-03-10'),
      confirmedBefore: fen(0),
      instalments: [
        { dueDay: day('2026-03-31'), amount: fen(2_000_000) },
        { dueDay: day('2026-04-30'), amount: fen(3_000_000) },
      ],
      ...wish,
    },
  });
