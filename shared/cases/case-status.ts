/**
 * Where a case stands. `waiting`: effective, nobody supervises yet. `supervised`: reminders run.
 * `paused`: an objection or a hardship report is being looked at, reminders rest. `planned`: an agreed
 * instalment plan is being kept. `performed`: paid and confirmed. `withdrawn`: the court ended the
 * supervision. `filed`: an enforcement case was filed.
 */
export const CASE_STATUSES = [
  'waiting',
  'supervised',
  'paused',
  'planned',
  'performed',
  'withdrawn',
  'filed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** The one table of what each status allows. Filing is never blocked by supervision (rules R14). */
const CAN = {
  startSupervision: ['waiting', 'withdrawn'],
  withdrawSupervision: ['supervised', 'paused', 'planned'],
  remind: ['supervised', 'planned'],
  visit: ['supervised', 'paused', 'planned'],
  registerPayment: ['waiting', 'supervised', 'paused', 'planned', 'withdrawn', 'filed'],
  // Also once performed: what was registered before that is still answered, and is then a surplus.
  decidePayment: ['waiting', 'supervised', 'paused', 'planned', 'withdrawn', 'filed', 'performed'],
  proposePlan: ['supervised', 'paused', 'planned'],
  decidePlan: ['supervised', 'paused', 'planned'],
  object: ['supervised', 'paused', 'planned'],
  reportHardship: ['supervised', 'paused', 'planned'],
  decideRequest: ['supervised', 'paused', 'planned'],
  applyForEnforcement: ['waiting', 'supervised', 'paused', 'planned', 'withdrawn'],
  recordFiling: ['waiting', 'supervised', 'paused', 'planned', 'withdrawn'],
} as const satisfies Record<string, readonly CaseStatus[]>;

export type CaseAbility = keyof typeof CAN;

export function caseCan(ability: CaseAbility, status: CaseStatus): boolean {
  return (CAN[ability] as readonly CaseStatus[]).includes(status);
}

/** A supervision runs in these; there is at most one per case. */
export const isUnderSupervision = (status: CaseStatus): boolean => caseCan('withdrawSupervision', status);

export const CASE_STATUS_WORDS: Record<CaseStatus, string> = {
  waiting: '待发起督促',
  supervised: '督促中',
  paused: '暂停提醒，法院处理中',
  planned: '按约定分期履行中',
  performed: '已履行',
  withdrawn: '已结束督促',
  filed: '已转入执行程序',
};
