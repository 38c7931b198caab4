import type { OutputOf } from '../../../shared/actions';
import { type Day, daysBetween, showDay } from '../../../shared/day';
import { HEAD_WORDS } from '../../../shared/law/wording';
import { type Fen, fen, showYuan } from '../../../shared/money';

export type MyCase = OutputOf<'get-my-case'>;
export type CaseRecord = MyCase['record'];
export type Statement = CaseRecord['statement'];

type Head = keyof typeof HEAD_WORDS;

export interface Part {
  name: string;
  amount: Fen;
}

const HEADS: Head[] = ['principal', 'general', 'costs', 'doubled'];

/** The parts of what is owed, those of nothing left out. */
export function partsOf(statement: Statement): Part[] {
  return HEADS.filter((head) => statement[head] > 0).map((head) => ({
    name: HEAD_WORDS[head],
    amount: statement[head],
  }));
}

export interface DueLine {
  words: string;
  late: boolean;
}

/** The due day, and how far it is. */
export function dueLine(dueDay: Day, today: Day): DueLine {
  const days = daysBetween(today, dueDay);
  if (days > 0) return { words: `${showDay(dueDay)}前付清，还有${days}天`, late: false };
  if (days === 0) return { words: `今天（${showDay(dueDay)}）是最后一天`, late: false };
  return { words: `${showDay(dueDay)}到期，已过${-days}天`, late: true };
}

/** What waiting costs, one sentence each; none where nothing grows and nothing can be saved. */
export function waitingWords(statement: Statement, dueDay: Day): string[] {
  const { dailyDoubled, executionFee, asOf } = statement;
  const words: string[] = [];
  if (dailyDoubled > 0) {
    const a = showYuan(dailyDoubled);
    words.push(
      asOf > dueDay
        ? `每多等一天，大约多付${a}元利息。`
        : `过了${showDay(dueDay)}，每天大约要多付${a}元利息。`,
    );
  }
  if (executionFee > 0) {
    words.push(`在对方申请执行之前付清，可以省下大约${showYuan(executionFee)}元申请执行费。`);
  }
  return words;
}

export interface Due {
  dueDay: Day;
  left: Fen;
  nth: number;
}

/** The plan that both sides agreed to, while it runs. */
export const agreedPlan = ({ plans }: Pick<CaseRecord, 'plans'>) =>
  plans.find(({ state }) => state === 'accepted' || state === 'broken');

/** The proposal that waits for an answer; there is at most one. */
export const openPlan = ({ plans }: Pick<CaseRecord, 'plans'>) =>
  plans.find(({ state }) => state === 'proposed');

/** The first instalment of the agreed plan that is not yet covered. */
export function nextInstalment(record: Pick<CaseRecord, 'plans'>): Due | null {
  const instalments = agreedPlan(record)?.instalments ?? [];
  const index = instalments.findIndex(({ amount, paid }) => paid < amount);
  const next = instalments[index];
  return next ? { dueDay: next.dueDay, left: (next.amount - next.paid) as Fen, nth: index + 1 } : null;
}

/** How much of what was asked has come in, in whole percent; for a bar, not for a figure. */
export function percentPaid({ confirmedPaid, total }: Pick<Statement, 'confirmedPaid' | 'total'>): number {
  const asked = confirmedPaid + total;
  return asked === 0 ? 0 : Math.floor((confirmedPaid / asked) * 100);
}

/** The agreed instalment that comes next, or is late. */
export function instalmentLine({ dueDay, left, nth }: Due, today: Day): DueLine {
  const { late } = dueLine(dueDay, today);
  const days = Math.abs(daysBetween(today, dueDay));
  const when = late ? `，已过${days}天` : days === 0 ? '，就是今天' : `，还有${days}天`;
  return { words: `约定的第${nth}期：${showDay(dueDay)}前付${showYuan(left)}元${when}`, late };
}

/**
 * What a payment leaves owed, about: interest that grew after the day of payment is not owed. Less than
 * a fen a day is the rounding of the daily figure.
 */
export function restAfter(statement: Statement, dueDay: Day, payment: { amount: Fen; paidDay: Day }): Fen {
  const from = payment.paidDay > dueDay ? payment.paidDay : dueDay;
  const days = Math.max(0, daysBetween(from, statement.asOf));
  const rest = statement.total - payment.amount - statement.dailyDoubled * days;
  return fen(rest <= days ? 0 : rest);
}
