/** The states of what hangs on a case, with the words people read. */

export const PAYMENT_STATES = ['registered', 'confirmed', 'disputed', 'rejected'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];
/** Until the creditor or the court confirms, a payment is only registered; the words say so. */
export const PAYMENT_STATE_WORDS: Record<PaymentState, string> = {
  registered: '已登记，等待确认',
  confirmed: '已确认收到',
  disputed: '有争议，法院核实中',
  rejected: '核实未收到',
};

export const PAYMENT_METHODS = ['bank', 'court-account', 'wechat', 'cash', 'in-kind', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export const PAYMENT_METHOD_WORDS: Record<PaymentMethod, string> = {
  bank: '银行转账给权利人',
  'court-account': '交到法院案款账户',
  wechat: '微信或支付宝转给权利人',
  cash: '现金当面交给权利人',
  'in-kind': '以物或劳务抵付',
  other: '其他方式',
};

export const PLAN_STATES = [
  'proposed',
  'accepted',
  'rejected',
  'replaced',
  'lapsed',
  'broken',
  'completed',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STATE_WORDS: Record<PlanState, string> = {
  proposed: '等待对方答复',
  accepted: '双方已同意',
  rejected: '对方未同意',
  replaced: '已被新方案代替',
  lapsed: '督促已结束，方案不再答复',
  broken: '有一期逾期未付',
  completed: '已按约付清',
};

export const REQUEST_KINDS = ['objection', 'hardship'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REQUEST_KIND_WORDS: Record<RequestKind, string> = { objection: '异议', hardship: '困难说明' };
export const REQUEST_STATES = ['open', 'upheld', 'dismissed', 'lapsed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const REQUEST_STATE_WORDS: Record<RequestState, string> = {
  open: '法院正在处理',
  upheld: '法院已采纳',
  dismissed: '法院未采纳',
  lapsed: '督促已结束，不再另行答复',
};

export const TASK_STATES = ['open', 'acknowledged', 'reported', 'declined', 'closed'] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_STATE_WORDS: Record<TaskState, string> = {
  open: '待回复收到',
  acknowledged: '已收到',
  reported: '已回报',
  declined: '已退回',
  closed: '已办结',
};

export const VISIT_OUTCOMES = ['contacted', 'willing', 'unreachable', 'hardship'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];
export const VISIT_OUTCOME_WORDS: Record<VisitOutcome, string> = {
  contacted: '已联系',
  willing: '愿履行',
  unreachable: '联系不上',
  hardship: '有困难',
};

export const NOTICE_STATES = [
  'pending',
  'accepted',
  'delivered',
  'temporary',
  'permanent',
  'opted-out',
  'unknown',
  'suppressed',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export const NOTICE_STATE_WORDS: Record<NoticeState, string> = {
  pending: '等待发送',
  accepted: '运营商已受理',
  delivered: '已送到手机',
  temporary: '暂时没发出，稍后再发',
  permanent: '发不出去',
  'opted-out': '对方已退订',
  unknown: '不确定是否送到',
  suppressed: '原因已消失，不再发送',
};
