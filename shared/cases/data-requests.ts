import type { Day } from '../day';
import { type Calendar, isWeekend } from '../law/holidays';
import { workingDaysAfter } from '../law/periods';

/** What a person may ask of what is held about him (个人信息保护法 45–47), with the words that people read. */

export const DATA_REQUEST_KINDS = ['correction', 'erasure'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];
export const DATA_REQUEST_KIND_WORDS: Record<DataRequestKind, string> = {
  correction: '更正',
  erasure: '删除',
};

export const DATA_REQUEST_STATES = ['open', 'granted', 'partly', 'refused'] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];
export const DATA_REQUEST_STATE_WORDS: Record<DataRequestState, string> = {
  open: '法院正在处理',
  granted: '已同意',
  partly: '部分同意',
  refused: '未同意',
};

export const DATA_DECISIONS = ['granted', 'partly', 'refused'] as const;
export type DataDecision = (typeof DATA_DECISIONS)[number];

/** What can be asked to be corrected; `other` is done by hand. */
export const CORRECTABLE = ['name', 'phone', 'service-address', 'household-address', 'other'] as const;
export type Correctable = (typeof CORRECTABLE)[number];
export const CORRECTABLE_WORDS: Record<Correctable, string> = {
  name: '姓名或名称',
  phone: '手机号码',
  'service-address': '送达地址',
  'household-address': '户籍地址',
  other: '其他内容',
};
/** An account has no addresses. */
export const CORRECTABLE_OF_ACCOUNT = ['name', 'phone', 'other'] as const;

export const ERASURE_SCOPES = ['all', 'case', 'account'] as const;
export type ErasureScope = (typeof ERASURE_SCOPES)[number];
export const ERASURE_SCOPE_WORDS: Record<ErasureScope, string> = {
  all: '能删的都删',
  case: '一件案件里的信息',
  account: '我的账号和登录记录',
};

interface AskedFor {
  field: Correctable | null;
  scope: ErasureScope | null;
}

/** 更正手机号码, 删除：能删的都删. */
export function askedFor({ field, scope }: AskedFor): string {
  if (field) return `更正${CORRECTABLE_WORDS[field]}`;
  return scope ? `删除：${ERASURE_SCOPE_WORDS[scope]}` : '';
}

/** On what a request is refused, in whole or in part. */
export const GROUNDS = ['retention-runs', 'duty', 'checked-right', 'not-his', 'confidential'] as const;
export type Ground = (typeof GROUNDS)[number];
const GROUND: Record<Ground, { word: string; law: string }> = {
  'retention-runs': { word: '保存期限还没有届满', law: '个人信息保护法第四十七条第二款' },
  duty: { word: '履行法定职责所必需', law: '个人信息保护法第十三条第三项、第三十四条' },
  'checked-right': { word: '经核对，登记的没有错', law: '个人信息保护法第四十六条第二款' },
  'not-his': { word: '不是申请人本人的信息', law: '个人信息保护法第四十五条至第四十七条' },
  confidential: {
    word: '依法应当保密，或者告知会妨碍办案',
    law: '个人信息保护法第十八条、第三十五条、第四十五条',
  },
};

export const GROUND_CHOICES = GROUNDS.map((value) => ({
  value,
  word: GROUND[value].word,
  hint: GROUND[value].law,
}));

/** 保存期限还没有届满（个人信息保护法第四十七条第二款）. */
export const groundWords = (ground: Ground): string => `${GROUND[ground].word}（${GROUND[ground].law}）`;

/** A promise of our own: the statute says 及时; fifteen working days are the longest that apps may promise (recalled). */
export const ANSWER_WORKING_DAYS = 15;

/** `certain` is false where a year has no published holidays yet: weekends alone are counted then. */
export interface AnswerBy {
  day: Day;
  certain: boolean;
}

/**
 * The last day for an answer; the day of the request is not counted.
 *
 * Asked on 2026-03-02: 2026-03-23. Asked on 2026-09-28, over the National Day holiday: 2026-10-23.
 */
export function answerBy(asked: Day, calendar: Calendar): AnswerBy {
  const knows = (d: Day) => calendar.knows(Number(d.slice(0, 4)));
  const isRestDay = (d: Day) => (knows(d) ? calendar.isRestDay(d) : isWeekend(d));
  const day = workingDaysAfter(asked, ANSWER_WORKING_DAYS, { ...calendar, isRestDay });
  return { day, certain: knows(asked) && knows(day) };
}

/** What became of it: what was done, and what stays until when. In words that carry nobody's data. */
export interface DataOutcome {
  done: string[];
  stays: string[];
}
