import type { STUCK_REASONS } from '../actions/get-desk';
import { reasonWords } from './notice-words';

export type StuckReason = (typeof STUCK_REASONS)[number];

/** How long the court waits before it calls something stuck. */
export const SILENT_DAYS = 2;
export const UNCONFIRMED_DAYS = 3;
export const UNVISITED_DAYS = 7;

/** What `hint` is, by reason: why a task came back, why a message failed, who told of hardship. */
const WORDS: Record<StuckReason, (hint: string) => string> = {
  'objection-open': () => '义务人提出了异议，提醒已暂停。点“去处理”答复后，提醒继续。',
  'hardship-open': (hint) =>
    hint === 'visit'
      ? '联络员回报义务人有困难，还没有正式说明。点“去处理”看走访记录，请联络员征得同意后代为说明。'
      : '义务人说明了履行困难，提醒已暂停。点“去处理”答复后，提醒继续。',
  'payment-disputed': () => '权利人对一笔履行有异议。点“去处理”核实：收到的确认，没有收到的不予确认。',
  'enforcement-applied': () => '权利人申请执行，还没有登记立案。点“去处理”填写立案日期和案号，督促随之结束。',
  'task-declined': (hint) => `联络员退回了任务：${hint}。点“去处理”改派到所在的村，新联络员马上收到通知。`,
  'instalment-missed': () => '约定的分期有一期到期没有付清。点“去处理”看差多少，联系双方补付或另订方案。',
  'delivery-failed': (hint) =>
    `通知发不到当事人手机（${reasonWords(hint)}）。点“去处理”更正联系方式，通知会重新发出。`,
  'outcome-unknown': () => '通知不确定是否送到，为免重复打扰不再自动发。点“去处理”看通知记录，打电话核实。',
  'payment-waiting': () =>
    `登记的履行过了${UNCONFIRMED_DAYS}天没有人确认。点“去处理”联系权利人，或凭依据代为确认。`,
  'task-silent': () => `任务发出${SILENT_DAYS}天还没有人回复“收到”。点“提醒联络员”再通知一次。`,
  'person-unreachable': () => '联络员回报联系不上义务人。点“去处理”核对联系方式，或改派到他现在住的村。',
  'overdue-no-visit': () => `逾期${UNVISITED_DAYS}天以上还没有人走访。点“提醒联络员”请他上门看看。`,
};

/** Why a case is stuck and what the one click does, for the court's desk. */
export const stuckWords = (reason: StuckReason, hint: string | null): string => WORDS[reason](hint ?? '');
