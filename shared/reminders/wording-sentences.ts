import type { NoticeStep } from './steps';

/** Who reads a message, as far as the words differ: `staff` are the liaisons and the court's teams. */
export const READERS = ['obligor', 'obligee', 'staff'] as const;
export type Reader = (typeof READERS)[number];

export interface Sentences extends Partial<Record<Reader, string>> {
  /** At most 20 characters: the subject of a subscribe message. */
  title: string;
}

const both = (words: string) => ({ obligor: words, obligee: words });

const MATTER = '您有一件生效文书确定的事项，';
const INSTALMENT = '双方约定的分期，';
const REGISTER = '已履行的请登记。';
const CREDITORS = '您的一件生效文书，';
const CREDITORS_ROAD = '督促不影响您申请执行。';
const SUPERVISED = '您参与的一件督促事项，';

/** What the others read of a rung, where a court lets it tell them too. */
const nearTo = (title: string) => ({
  title,
  obligee: `${CREDITORS}履行期限到{day}为止，法院已提醒对方。${CREDITORS_ROAD}`,
  staff: `${SUPERVISED}履行期限到{day}为止，方便时请关心一下。`,
});
const past = (title: string) => ({
  title,
  obligee: `${CREDITORS}履行期限已于{day}届满。您可以随时申请执行，督促不影响申请。`,
  staff: `${SUPERVISED}履行期限已于{day}届满，还没有全部履行的记录，方便时请关心一下。`,
});
const ofInstalment = (title: string, happens: string) => ({
  title,
  obligee: `${INSTALMENT}有一期${happens}。收到的请确认；没有收到的，可以联系法院或申请执行。`,
  staff: `${SUPERVISED}约定的分期有一期${happens}，方便时请关心一下。`,
});

/**
 * What each message says; {day} is the day it speaks of. A message may go out days after its rung, so none says
 * "today", and each is true whenever it is read. No amount, no name, no cause, no number of a case.
 */
export const SENTENCES: Record<NoticeStep, Sentences> = {
  started: {
    title: '法院发起了执前督促',
    obligor: `${MATTER}履行期限到{day}为止，请及时办理。有困难或异议请说明。`,
    obligee: '法院已就您的一件生效文书开始督促，履行期限到{day}为止。督促不影响您申请执行。',
  },
  'before-30': {
    ...nearTo('请留意履行期限'),
    obligor: `${MATTER}履行期限到{day}为止，请早作安排。${REGISTER}`,
  },
  'before-15': {
    ...nearTo('请留意履行期限'),
    obligor: `${MATTER}履行期限到{day}为止，请提前准备。${REGISTER}`,
  },
  'before-7': {
    ...nearTo('履行期限临近'),
    obligor: `${MATTER}履行期限到{day}为止，请提前安排。${REGISTER}`,
  },
  'before-3': {
    ...nearTo('履行期限将到'),
    obligor: `${MATTER}履行期限到{day}为止，请及时办理。${REGISTER}`,
  },
  due: {
    ...nearTo('履行期限届满'),
    obligor: `${MATTER}{day}是履行期限的最后一天，请及时办理。${REGISTER}`,
  },
  'after-3': {
    ...past('履行期限已过'),
    obligor: `${MATTER}履行期限已于{day}届满，请尽快办理，有困难请联系法院。${REGISTER}`,
  },
  'after-7': {
    ...past('履行期限已过'),
    obligor: `${MATTER}履行期限已于{day}届满，请尽快办理，也可以提出分期或说明困难。`,
  },
  'after-15': {
    ...past('履行期限已过'),
    obligor: `${MATTER}履行期限已于{day}届满，还没有全部履行的记录。${REGISTER}`,
  },
  'after-30': {
    ...past('履行期限已过一个月'),
    obligor: `${MATTER}履行期限已于{day}届满，超过一个月。早日办理可以少承担费用，有困难请联系法院。`,
  },
  'after-60': {
    ...past('履行期限已过两个月'),
    obligor: `${MATTER}履行期限已于{day}届满，超过两个月，对方有权申请执行。请尽快办理或联系法院。`,
  },
  'after-90': {
    ...past('履行期限已过三个月'),
    obligor: `${MATTER}履行期限已于{day}届满，超过三个月，对方有权申请执行。请尽快办理或联系法院。`,
  },
  'instalment-before': {
    ...ofInstalment('约定的一期将到期', '到{day}为止'),
    obligor: `${INSTALMENT}有一期到{day}为止，请提前安排。${REGISTER}`,
  },
  'instalment-due': {
    ...ofInstalment('约定的一期到期', '到{day}为止'),
    obligor: `${INSTALMENT}{day}是其中一期的最后一天，请及时办理。${REGISTER}`,
  },
  'instalment-missed': {
    ...ofInstalment('约定的一期还没有确认', '已于{day}到期，还没有确认收到'),
    obligor: `${INSTALMENT}{day}到期的一期还没有确认收到。${REGISTER}有困难请尽快联系对方或法院。`,
    obligee: `${INSTALMENT}{day}到期的一期还没有确认收到。收到的请确认；没有收到的，可以联系法院或申请执行。`,
  },
  'payment-registered': {
    title: '登记了一笔履行',
    obligor: '您的事项登记了一笔履行，等待对方确认。',
    obligee: '对方登记了一笔履行，请核对，在线确认或提出异议。',
    staff: '一件督促事项登记了一笔履行，等待确认。',
  },
  'payment-confirmed': {
    title: '一笔履行已经确认',
    obligor: '您登记的一笔履行已经确认收到。',
    obligee: '您的事项有一笔履行，法院核实后已经确认。',
    staff: '一件督促事项有一笔履行已经确认。',
  },
  'payment-disputed': {
    title: '一笔履行正在核实',
    obligor: '您登记的一笔履行，对方有不同意见，法院正在核实，请保留凭证。',
    obligee: '您对一笔履行提出的不同意见，法院正在核实。',
    staff: '一件督促事项有一笔履行需要核实。',
  },
  'payment-rejected': {
    title: '一笔履行没有确认',
    obligor: '您登记的一笔履行，法院核实后没有确认，请查看说明，可以补充凭证。',
    obligee: '您有不同意见的一笔履行，法院核实后没有确认。',
    staff: '一件督促事项有一笔履行没有确认。',
  },
  'plan-proposed': {
    title: '收到一个分期方案',
    ...both('对方提出了分期方案，请查看并答复。'),
    staff: '一件督促事项有了分期方案，等待答复。',
  },
  'plan-accepted': {
    title: '分期方案双方同意',
    obligor: '双方同意了分期方案，请按约定的日期办理。',
    obligee: '双方同意了分期方案，法院会按约定的日期提醒对方。',
    staff: '一件督促事项的双方同意了分期方案。',
  },
  'plan-rejected': {
    title: '分期方案没有同意',
    ...both('对方没有同意分期方案，请查看原因，可以协商后重新提出。'),
    staff: '一件督促事项的分期方案没有谈成。',
  },
  'request-made': {
    title: '法院正在处理一项说明',
    obligor: '您的说明法院已经收到，处理期间暂停提醒。',
    obligee: '对方向法院作了说明，法院处理期间暂停提醒。这不影响您申请执行。',
    staff: '一件督促事项有新的说明，请查看处理。',
  },
  'request-decided': {
    title: '法院答复了一项说明',
    obligor: '法院对您的说明已经答复，请查看。',
    obligee: '法院对您事项中的一项说明已经答复，请查看。',
    staff: '法院对一件督促事项的说明已经答复，请查看。',
  },
  performed: {
    title: '已履行，谢谢',
    obligor: '您的事项已确认全部履行，感谢配合，可以查看办理结果。',
    obligee: '您的事项已确认全部履行，可以查看办理结果。',
    staff: '您参与的一件督促事项已履行，谢谢。',
  },
  withdrawn: {
    title: '法院结束了执前督促',
    obligor: '法院已结束对您一件事项的督促，请查看说明。',
    obligee: '法院已结束对您一件事项的督促，请查看说明。您仍可以申请执行。',
    staff: '法院已结束一件督促事项，不必再走访，谢谢。',
  },
  filed: {
    title: '督促结束，转入下一程序',
    obligor: '您的一件事项已转入执行程序，督促结束，请尽快联系法院。',
    obligee: '您的一件事项已转入执行程序，督促结束。',
    staff: '一件督促事项已转入执行程序，任务结束，谢谢。',
  },
  'task-new': {
    title: '新的督促任务，请回复收到',
    staff: '您有一件新的执前督促任务，请先回复“收到”，期限到{day}为止。',
  },
  'task-reminder': {
    title: '督促任务还没有回复收到',
    staff: '您有一件执前督促任务还没有回复“收到”，期限到{day}为止。不该您办的，可以退回。',
  },
  'task-silent': {
    title: '村里一件督促任务没有回复',
    staff: '辖区内一件执前督促任务几天没有回复，请帮助联系村联络员，期限到{day}为止。',
  },
  'visit-idle': {
    title: '一件任务还没有走访记录',
    staff: '一件执前督促任务已回复“收到”，还没有走访记录，方便时请走访或说明情况，期限到{day}为止。',
  },
  digest: {
    title: '本周待办{count}件',
    staff: '您有{count}件执前督促任务还没有办结，最早一件的期限到{day}为止，请查看。',
  },
  'access-code': { title: '新的查询码', ...both('您申请了新的查询码。') },
};

/** For a step that has no words of its own for this reader. */
export const GENERAL: Record<Reader, string> = {
  ...both('您的事项有新的进展，请查看。'),
  staff: '一件督促事项有新的进展，请查看。',
};

/** One message for all of a person's cases. How many they are may be said, and nothing else. */
export const SEVERAL: Required<Sentences> = {
  title: '您有{count}件事项请查看',
  obligor: '您有{count}件生效文书确定的事项需要查看，请逐件办理，已履行的请登记。有困难或异议请说明。',
  obligee: '您有{count}件生效文书的督促有了进展，请逐件查看。督促不影响您申请执行。',
  staff: '您有{count}件执前督促事项需要查看，请逐件处理。',
};
