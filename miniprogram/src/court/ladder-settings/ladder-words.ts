import { NOTICE_STEP_WORDS } from '../../../../shared/cases/notice-words';
import { DUE_STEPS, INSTALMENT_STEPS, STAFF_READERS } from '../../../../shared/reminders/ladder';
import { RECIPIENT_WORDS, type Recipient } from '../../../../shared/reminders/ladder-words';

export type Around = 'aroundDue' | 'aroundInstalment';
export type Reader = Recipient;

export const AROUND_WORDS: Record<Around, string> = {
  aroundDue: '履行期限前后',
  aroundInstalment: '约定分期的每一期前后',
};

const ORDER: readonly Reader[] = ['obligor', 'obligee', ...STAFF_READERS];

export const READERS = ORDER.map((value) => ({ value, word: RECIPIENT_WORDS[value] }));

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'].map((word, index) => ({
  value: String(index + 1),
  word: `星期${word}`,
}));

/** Beside which field a sentence of the ladder's checks stands; `all` where it is about none. */
export function placeOf(problem: string): string {
  const step = [...DUE_STEPS, ...INSTALMENT_STEPS].find((one) =>
    problem.startsWith(`“${NOTICE_STEP_WORDS[one]}”`),
  );
  if (step === 'instalment-missed' && problem.includes('不能删去')) return 'aroundInstalment';
  if (step) return step;
  if (problem.startsWith('履行期限')) return 'aroundDue';
  if (problem.startsWith('约定的分期')) return 'aroundInstalment';
  return problem.startsWith('告诉镇联络员') ? 'escalateAfter' : 'all';
}
