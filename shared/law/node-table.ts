import { type Citation, cite, HANDBOOK_DAY } from './citation';
import type { EnforcementNode, NodeLimit } from './nodes';
import type { PeriodUnit } from './periods';
import {
  AUCTION,
  CIVIL_PROCEDURE,
  ENFORCEMENT_LIMITS,
  ENFORCEMENT_RULES,
  ONLINE_AUCTION,
  PAYOUT,
  PROCEDURE_INTERPRETATION,
  PROPERTY_INVESTIGATION,
  REFERENCE_PRICE,
  TERMINATE_THIS_ROUND,
  TRIAL_LIMITS,
} from './sources';

const limit = (kind: NodeLimit['kind'], count: number, unit: PeriodUnit): NodeLimit => ({
  kind,
  count,
  unit,
});
const within = (count: number, unit: PeriodUnit = 'day') => limit('within', count, unit);
const lasts = (years: number) => limit('lasts', years, 'year');

const node = (
  name: string,
  trigger: string,
  legal: NodeLimit | null,
  citations: Citation[] = [],
  warning: NodeLimit | null = null,
): EnforcementNode => ({ name, trigger, legal, warning, citations });

/** A step that a case is in; it has no limit of its own. */
const state = (name: string, trigger = ''): EnforcementNode => node(name, trigger, null);

const LOCAL = {
  law: '地方法院执行流程规范',
  number: '',
  inForce: null,
  checked: HANDBOOK_DAY,
};
const law = (article: string) => cite(CIVIL_PROCEDURE, article, 'read');
const interpretation = (article: string) => cite(PROCEDURE_INTERPRETATION, article, 'read');
const limits2006 = (article: string) => cite(ENFORCEMENT_LIMITS, article, 'read');
const price = (article: string) => cite(REFERENCE_PRICE, article, 'read');
const auction = (article: string) => cite(AUCTION, article, 'read');
const online = (article: string) => cite(ONLINE_AUCTION, article, 'read');
const tracing = (article: string) => cite(PROPERTY_INVESTIGATION, article, 'read');
const round = (article: string) => cite(TERMINATE_THIS_ROUND, article, 'read');

/** The codes are our own. Where an old text is stricter than the law in force, it is the warning line. */
export const NODE_TABLE = {
  'filing-review': node('立案审查', '收到申请执行书', within(7), [cite(ENFORCEMENT_RULES, '第16条', 'read')]),
  assignment: node('分案', '立案', within(7), [limits2006('第二条')]),
  'execution-notice': node(
    '发出执行通知和报告财产令',
    '收到申请执行书或移交执行书',
    within(10),
    [law('第二百五十一条'), interpretation('第四百八十条'), tracing('第三条'), limits2006('第四条')],
    within(3),
  ),
  'first-network-search': node('首次网络查控', '收案', null, [cite(LOCAL, '3日至5日', 'local')], within(5)),
  'field-search-start': node('启动传统查控', '申请人提出调查申请', within(10), [limits2006('第六条')]),
  'field-search-done': node('完成传统查控', '收案', within(1, 'month'), [limits2006('第六条')]),
  'closing-interview': node('终本约谈', '终本裁定前', null, [
    cite(TERMINATE_THIS_ROUND, '第五条', 'recalled'),
  ]),
  'clue-interview': state('约谈执行线索', '取得线索'),
  'clue-check': node(
    '线索核查',
    '申请人提供线索',
    within(7),
    [tracing('第二条'), cite(ENFORCEMENT_LIMITS, '第六条', 'recalled')],
    within(5),
  ),
  'urgent-clue-check': node('紧急线索核查', '申请人提供紧急线索', within(3), [tracing('第二条')]),
  resumption: node('恢复执行', '发现可供执行财产', null, [round('第九条')]),
  'other-control': node('其他控制', '查明财产', null, [tracing('第二条')]),
  'immovable-seizure': node('查封不动产', '查封日', lasts(3), [interpretation('第四百八十五条')]),
  'movable-seizure': node('扣押动产', '扣押日', lasts(2), [interpretation('第四百八十五条')]),
  'right-freeze': node('冻结其他财产权', '冻结日', lasts(3), [interpretation('第四百八十五条')]),
  'deposit-freeze': node('网络冻结存款', '冻结日', lasts(1), [interpretation('第四百八十五条')]),
  transfer: state('扣划'),
  'appraisal-start': node(
    '启动询价评估',
    '查封、扣押、冻结需要变价的财产',
    within(30),
    [price('第一条'), limits2006('第七条')],
    within(10),
  ),
  'appraisal-served': node('发送询价评估报告', '法院收到报告', within(3), [price('第二十一条')]),
  'appraisal-objection': node('提出评估异议', '收到报告', within(5), [price('第二十二条、第二十三条')]),
  'appraisal-objection-review': node('评估异议交机构说明', '收到异议', within(3), [price('第二十三条')]),
  'appraisal-answer': node('评估机构说明', '收到法院转交的异议', within(5), [price('第二十三条')]),
  'sale-start': node('启动拍卖', '参考价确定', within(10), [price('第三十条')]),
  'sale-notice-movable': node('动产网拍公告', '拍卖日', limit('before', 15, 'day'), [online('第十二条')]),
  'sale-notice-immovable': node('不动产网拍公告', '拍卖日', limit('before', 30, 'day'), [online('第十二条')]),
  'sale-parties-told': node('网拍前通知当事人', '拍卖公告日', limit('before', 3, 'day'), [
    online('第十六条'),
  ]),
  'sale-confirmed': node('拍卖成交确认', '价款全额交付', within(10), [auction('第二十条')]),
  'second-auction-online': node('网络二拍', '一拍流拍', within(30), [online('第二十六条')]),
  'second-auction': node('二拍', '一拍流拍', within(60), [auction('第二十三条')]),
  'third-auction': node('三拍', '二拍流拍且不接受抵债', within(60), [auction('第二十五条')]),
  'taken-for-debt': node('以物抵债', '补交差价', within(10), [auction('第二十条')]),
  'private-sale': node('变卖公告', '第三次拍卖终结', within(7), [auction('第二十五条')]),
  'private-sale-period': node('变卖期间', '变卖公告日', within(60), [auction('第二十五条')]),
  handover: node('拍抵移交', '裁定送达', within(15), [auction('第二十七条')]),
  'payout-start': state('启动款物支付', '执行款到账通知'),
  'payout-done': node('案款发放完成', '收到财务到账通知', within(30), [cite(PAYOUT, '第十条', 'read')]),
  sanction: node('执行制裁', '违法行为', null, [law('第一百一十八条、第一百一十九条')]),
  detention: node('司法拘留', '拘留决定', within(15), [law('第一百一十八条')]),
  'case-closed': node('结案', '立案', within(6, 'month'), [
    cite(TRIAL_LIMITS, '第五条', 'read'),
    limits2006('第一条'),
  ]),
  'extension-request': node('申请延长期限', '办案期限届满', limit('before', 5, 'day'), [
    limits2006('第一条'),
  ]),
  archived: node('归档', '结案', null, [cite(LOCAL, '60日', 'local')], within(60)),
  'with-property': state('有财产案件进入程序'),
  'without-property': state('无财产案件进入程序'),
  'closing-start': node('启动终本', '立案', limit('not-before', 3, 'month'), [round('第一条')]),
  'paid-in-full': state('足额报结', '足额到位'),
  'network-search-before-closing': state('终本前全项网络查控', '终本裁定前三个月内'),
  'enforcement-papers': state('执行文书'),
  'search-after-closing': node('终本后网络查询', '终本裁定，或上一次查询', within(6, 'month'), [
    round('第九条'),
  ]),
} as const satisfies Record<string, EnforcementNode>;

export type NodeCode = keyof typeof NODE_TABLE;
