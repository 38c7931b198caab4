import type { Side, StaffReader } from './ladder';

/** Whom a rung tells. */
export type Recipient = Side | StaffReader;

export const RECIPIENT_WORDS: Record<Recipient, string> = {
  obligor: '义务人',
  obligee: '权利人',
  'village-liaison': '村联络员',
  'town-liaison': '镇联络员',
  team: '执行团队',
};

/** What ends reminders or lets them rest, as the court reads it below a ladder. */
export const LADDER_STOPS = [
  '已履行：登记的履行经确认、欠款还清的，不再提醒',
  '按约定分期：双方约定了分期的，改按约定的日子提醒，到期前已付的那一期不提醒',
  '提出异议：法院答复以前暂停提醒',
  '报告困难：法院答复以前暂停提醒',
  '结束督促：法院撤回或者当事人不再需要的，不再提醒',
  '转入执行：执行立案以后不再提醒',
] as const;
