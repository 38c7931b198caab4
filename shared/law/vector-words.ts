import type { DelistingAnswer, ListingAnswer } from './dishonest-list';
import type { SeizedKind } from './seizure';
import type { ServiceAnswer } from './service';
import type { RoundGate } from './terminate-this-round';

/** The vectors' own strings for the codes of this folder. Screens have their own words. */
export const LISTING_WORDS: Record<ListingAnswer, string> = {
  'not-filed': 'NO:未进入执行,不是被执行人',
  'no-notice': 'NO:未发执行通知',
  minor: 'NO:未成年人(第四条)',
  'not-unwilling': 'NO:第三条',
  'good-faith': 'NO:善意文明意见16',
  'review-student': 'REVIEW:校园贷在校生一般不得(善意文明意见16)',
  'president-decides': 'OK:须院长签发决定书并送达',
};

export const DELISTING_WORDS: Record<DelistingAnswer['answer'], string> = {
  must: '必须删除',
  'may-early': '可以提前删除(须法院决定)',
  no: '不删除',
};

export const GATE_WORDS: Record<RoundGate, string> = {
  'property-undisposed': '有财产未处置',
  'debtor-not-visited': '未上门查找被执行人',
  'creditor-not-interviewed': '未约谈申请执行人',
  'under-three-months': '立案未满三个月',
  'no-notice-or-report-order': '未发执行通知/报告财产令',
  'no-consumption-order': '未发限制消费令',
  'clues-open': '有未核实线索',
};

type Because = NonNullable<Extract<ServiceAnswer, { served: 'no' }>['because']>;
export const SERVICE_WORDS: Record<Because, string> = {
  'only-a-reminder': 'NO:只是提醒,不是送达',
  'mediation-cannot-be-left': 'NO:调解书不适用留置',
  'no-notice-in-simple-cases': 'NO',
};

/** 不动产 contains 动产, and `immovable` contains `movable`: they are looked for first. */
export const SEIZED_WORDS: readonly [RegExp, SeizedKind][] = [
  [/不动产|immovable|real/, 'immovable'],
  [/动产|movable/, 'movable'],
  [/存款|资金|deposit/, 'deposit'],
];
