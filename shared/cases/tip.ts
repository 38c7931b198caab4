/** A tip is a citizen's raw message; a clue is what the court accepted, and several tips may be the same clue. */
export const TIP_STATES = [
  'received',
  'accepted',
  'refused',
  'dispatched',
  'on-site',
  'done',
  'false',
] as const;
export type TipState = (typeof TIP_STATES)[number];

/** What the desk reads. */
export const TIP_STATE_WORDS: Record<TipState, string> = {
  received: '待研判',
  accepted: '已采用，待派出',
  refused: '未采用',
  dispatched: '已派出',
  'on-site': '已到现场',
  done: '已办结',
  false: '认定为虚假',
};

/** What the tipster reads: where it stands, and what comes next. */
export const TIP_STATE_SENTENCES: Record<TipState, string> = {
  received: '法院已经收到，正在核对。请过几个小时再来看，法院可能会在这里问您。',
  accepted: '法院采用了您的线索，正在安排人员核查。',
  refused: '法院没有采用这条线索，理由写在下面。您有新的情况，可以在这里补充。',
  dispatched: '执行人员已经出发核查。',
  'on-site': '执行人员已经到达现场。',
  done: '核查已经结束，结果写在下面。',
  false: '经两名工作人员核对，这条线索被认定为虚假。有不同意见的，可以在这里说明。',
};

/** What each state allows: the one table. `false` ends nothing for the others of the same clue. */
const NEXT: Record<TipState, readonly TipState[]> = {
  received: ['accepted', 'refused', 'false'],
  accepted: ['dispatched', 'refused', 'false'],
  refused: ['accepted'],
  dispatched: ['on-site', 'accepted', 'done', 'false'],
  'on-site': ['done', 'false'],
  done: ['dispatched'],
  false: [],
};

export const tipMay = (from: TipState, to: TipState): boolean => NEXT[from].includes(to);

/**
 * Within how many minutes a state has to be left. These are the court's own promise, 24 hours a day; no statute sets
 * them. A state without a figure waits for nobody.
 */
export const TIP_CLOCK_MINUTES: Partial<Record<TipState, number>> = {
  received: 4 * 60,
  accepted: 8 * 60,
  dispatched: 60,
  'on-site': 24 * 60,
};
/** From 「出发」 to 「到场」. */
export const UNDER_WAY_MINUTES = 4 * 60;

/** When a state entered at `since` has to be left; null where nobody waits. */
export function tipDueAt(state: TipState, since: Date): Date | null {
  const minutes = TIP_CLOCK_MINUTES[state];
  return minutes === undefined ? null : new Date(since.getTime() + minutes * 60_000);
}

export const TIP_ABOUT = ['vehicle', 'house', 'money', 'business', 'other-property', 'person'] as const;
export type TipAbout = (typeof TIP_ABOUT)[number];
export const TIP_ABOUT_WORDS: Record<TipAbout, string> = {
  vehicle: '车辆',
  house: '房屋、土地',
  money: '存款、收入、应收款',
  business: '经营、投资',
  'other-property': '其他财物',
  person: '人在哪里',
};

export const TIP_REFUSALS = [
  'no-such-case',
  'too-vague',
  'known-already',
  'no-person-sought',
  'not-a-tip',
] as const;
export type TipRefusal = (typeof TIP_REFUSALS)[number];
export const TIP_REFUSAL_WORDS: Record<TipRefusal, string> = {
  'no-such-case': '本院没有对应的执行案件',
  'too-vague': '内容不够具体，无法核查',
  'known-already': '法院已经掌握',
  'no-person-sought': '这件案件没有征集人员下落',
  'not-a-tip': '不是财产线索',
};

/** What an officer found. */
export const ERRAND_OUTCOMES = ['property-found', 'nothing-found', 'moved-away', 'partly', 'unsafe'] as const;
export type ErrandOutcome = (typeof ERRAND_OUTCOMES)[number];
export const ERRAND_OUTCOME_WORDS: Record<ErrandOutcome, string> = {
  'property-found': '找到财产，已采取措施',
  'nothing-found': '到了现场，没有找到',
  'moved-away': '财产已经转移',
  partly: '找到一部分',
  unsafe: '现场不安全，已撤回',
};

export const ERRAND_STATES = ['sent', 'taken', 'declined', 'on-site', 'done'] as const;
export type ErrandState = (typeof ERRAND_STATES)[number];
export const ERRAND_STATE_WORDS: Record<ErrandState, string> = {
  sent: '等待回复',
  taken: '正在路上',
  declined: '去不了',
  'on-site': '已到现场',
  done: '已回报',
};

/** What the platform's check of the words said; a tip is kept and shown to staff whatever it says. */
export const CONTENT_CHECKS = ['unchecked', 'waiting', 'pass', 'review', 'risky'] as const;
export type ContentCheck = (typeof CONTENT_CHECKS)[number];
export const CONTENT_CHECK_WORDS: Record<ContentCheck, string> = {
  unchecked: '内容未经平台检查',
  waiting: '等待平台检查',
  pass: '平台检查通过',
  review: '平台建议人工复核',
  risky: '平台提示内容敏感，先遮住',
};
export const isQuarantined = (check: ContentCheck): boolean => check === 'risky' || check === 'review';

/** Where a tip stands among those of the same clue; the first that is not false has the claim. */
export type ClaimStanding = 'first' | 'later' | 'false' | 'alone' | 'barred';
export const CLAIM_SENTENCES: Record<ClaimStanding, string> = {
  alone: '目前只有您提供了这条线索。',
  first: '有几个人提供了同样的线索，您是最先提供的。',
  later: '同样的线索，有人比您先提供。按法律规定，奖励归最先提供的人。谢谢您的帮助。',
  false: '这条线索被认定为虚假，不能领取奖励。',
  barred: '按法律规定，您不能领取这笔奖励。有不同意见的，可以在这里提出。',
};

interface InOrder {
  tipId: string;
  seq: number;
  isFalse: boolean;
  isBarred: boolean;
}

/** Who has the claim (法释〔2017〕8号 23: in the order of registration); null where nobody may take it. */
export function claimantOf(tips: readonly InOrder[]): string | null {
  const entitled = tips.filter(({ isFalse, isBarred }) => !isFalse && !isBarred);
  return entitled.length === 0 ? null : entitled.reduce((a, b) => (b.seq < a.seq ? b : a)).tipId;
}

export function standingOf(tipId: string, tips: readonly InOrder[]): ClaimStanding {
  const mine = tips.find((tip) => tip.tipId === tipId)!;
  if (mine.isFalse) return 'false';
  if (mine.isBarred) return 'barred';
  if (tips.length === 1) return 'alone';
  return claimantOf(tips) === tipId ? 'first' : 'later';
}

export const OPENING_REASONS = ['pay', 'danger', 'crime', 'dispute'] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];
export const OPENING_REASON_WORDS: Record<OpeningReason, string> = {
  pay: '发放奖励，核对收款人',
  danger: '提供人可能有危险，需要联系保护',
  crime: '涉嫌诬告陷害，依法移送',
  dispute: '处理对奖励的异议',
};
/** An opening that was granted can be used so long. */
export const OPENING_HOURS = 24;

/** What is read before anything is sent (刑法 243、治安管理处罚法：诬告陷害). */
export const BEFORE_TELLING = [
  '请如实提供您知道的情况。故意捏造事实诬告陷害他人的，要承担法律责任。',
  '不用登录，不用写姓名。想领取奖励的，才需要留下身份，由专人单独保管。',
  '请不要跟踪、拍摄他人隐私，也不要自己去扣东西。注意安全。',
] as const;
