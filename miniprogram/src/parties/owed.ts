import type { OutputOf } from '../../../shared/actions';
import { type Day, daysBetween, showDay } from '../../../shared/day';
import type { Citation } from '../../../shared/law/citation';
import { latest } from '../../../shared/law/dated';
import { DAY_COUNT, DOUBLED_RATE, DUTY, doubledPart } from '../../../shared/law/delayed-interest';
import { EXECUTION_FEE } from '../../../shared/law/fees';
import { HEAD_CITATIONS, ORDER_OF_PAYMENT } from '../../../shared/law/statement-basis';
import { HEAD_WORDS, showCitation } from '../../../shared/law/wording';
import { type Fen, fen, showYuan } from '../../../shared/money';

export type MyCase = OutputOf<'get-my-case'>;
export type CaseRecord = MyCase['record'];
export type Statement = CaseRecord['statement'];

type Head = keyof typeof HEAD_WORDS;

export interface Part {
  name: string;
  amount: Fen;
  how: string;
  basis: string[];
}

const TEN_THOUSAND = fen(1_000_000);

const HOW: { [K in Head]: string } = {
  costs: '文书写明由义务人负担的案件受理费等，付款时最先抵它。',
  general: '文书自己写明的利息，按没有付清的本金算到今天。',
  principal: '文书写明要付的钱，减去已经确认收到的。',
  doubled: `过了期限还没付的钱，每一万元每天加${showYuan(doubledPart(TEN_THOUSAND, 1))}元。`,
};

const BASIS: { [K in Head]: Citation[] } = {
  costs: [HEAD_CITATIONS.costs],
  general: [HEAD_CITATIONS.general],
  principal: [ORDER_OF_PAYMENT],
  doubled: [DUTY, latest(DOUBLED_RATE).citation, DAY_COUNT, HEAD_CITATIONS.doubled],
};

const HEADS: Head[] = ['principal', 'general', 'costs', 'doubled'];

/** The parts of what is owed, those of nothing left out, each with how it is reckoned and its article. */
export function partsOf(statement: Statement): Part[] {
  return HEADS.filter((head) => statement[head] > 0).map((head) => ({
    name: HEAD_WORDS[head],
    amount: statement[head],
    how: HOW[head],
    basis: BASIS[head].map(showCitation),
  }));
}

/** How this court reads the points on which courts differ, as far as these figures depend on them. */
export const readingsIn = ({ citations }: Statement): string[] =>
  citations.flatMap(({ reading }) => reading ?? []);

export const EXECUTION_FEE_BASIS = showCitation(latest(EXECUTION_FEE).citation);

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
