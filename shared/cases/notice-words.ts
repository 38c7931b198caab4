import type { NoticeStep } from '../reminders/steps';
import { CASE_STATUS_WORDS, type CaseStatus } from './case-status';

/** What a message was about, as the court reads it in a case. */
export const NOTICE_STEP_WORDS: Record<NoticeStep, string> = {
  started: '发起督促',
  'before-30': '到期前一个月提醒',
  'before-15': '到期前半个月提醒',
  'before-7': '到期前七天提醒',
  'before-3': '到期前三天提醒',
  due: '到期当天提醒',
  'after-3': '逾期三天提醒',
  'after-7': '逾期七天提醒',
  'after-15': '逾期十五天提醒',
  'after-30': '逾期三十天提醒',
  'after-60': '逾期六十天提醒',
  'after-90': '逾期九十天提醒',
  'instalment-before': '分期到期前提醒',
  'instalment-due': '分期当天提醒',
  'instalment-missed': '分期逾期提醒',
  'payment-registered': '登记了履行',
  'payment-confirmed': '履行已确认',
  'payment-disputed': '履行有争议',
  'payment-rejected': '履行未予确认',
  'plan-proposed': '提出分期方案',
  'plan-accepted': '同意分期方案',
  'plan-rejected': '未同意分期方案',
  'request-made': '提出异议或困难',
  'request-decided': '答复异议或困难',
  performed: '已履行，办结',
  withdrawn: '结束督促',
  filed: '转入执行程序',
  'task-new': '新任务',
  'task-reminder': '任务提醒',
  'task-silent': '任务无人回应',
  'visit-idle': '任务久未走访',
  digest: '每周待办汇总',
  'access-code': '查询码',
};

/** Why a message ended as it did. What the table does not know is shown as the carrier's code. */
const REASON_WORDS: Record<string, string> = {
  trial: '法院正在试用，不发给这个号码',
  'number-blocked': '机主屏蔽了短信',
  'number-invalid': '号码不存在',
  'number-limit': '当天发给这个号码的已到上限',
  'no-grant': '本人没有同意接收订阅消息',
  'openid-invalid': '微信账号已失效',
  'carrier-busy': '运营商繁忙',
  'carrier-closed': '运营商停止服务',
  'carrier-fault': '运营商故障',
  'connection-lost': '网络中断',
  'timed-out': '等不到运营商答复',
  'not-reported': '运营商没有回执',
  'unreadable-answer': '运营商的答复看不懂',
  undelivered: '没有送到手机',
  unreachable: '对方关机或不在服务区',
  refused: '运营商拒发',
  content: '内容未通过运营商审核',
  signature: '短信签名未通过运营商审核',
  template: '短信模板未通过运营商审核',
  performed: '案件已履行',
  withdrawn: '督促已结束',
  filed: '已转入执行程序',
  planned: '双方约定了分期',
  paused: '法院正在处理异议或困难',
  'wrong-number': '号码不是本人',
  'no-phone': '没有手机号码',
  'no-address': '没有可以发送的号码',
  'gave-up': '试了多次都没有发出',
  'sender-died': '发送途中程序中断',
  'client-fault': '发送程序出错',
  'opted-out': '机主要求停止接收',
  'account-disabled': '账号已停用',
  overtaken: '已由后一次提醒代替',
  'task-answered': '任务已有人回复',
};

export function reasonWords(reason: string): string {
  const status = /^case-(.+)$/.exec(reason)?.[1];
  if (status) return `案件${CASE_STATUS_WORDS[status as CaseStatus] ?? '状态已变'}`;
  return REASON_WORDS[reason] ?? `代码 ${reason}`;
}

const READER_WORDS: Record<string, string> = { obligor: '义务人', obligee: '权利人', staff: '联络员和团队' };
const MERGED_WORDS: Record<string, string> = { several: '多件合并成一条', general: '同一件的几项合并成一条' };

/** What a template says and to whom: `due-obligor` → 到期当天提醒，发给义务人. */
export function templateWords(template: string): string {
  const [, what = template, reader = ''] = /^(.+)-(obligor|obligee|staff)$/.exec(template) ?? [];
  const words = MERGED_WORDS[what] ?? NOTICE_STEP_WORDS[what as NoticeStep] ?? what;
  return reader ? `${words}，发给${READER_WORDS[reader]}` : words;
}
