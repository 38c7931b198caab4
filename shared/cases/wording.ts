import { type Day, showDay } from '../day';
import { ESTIMATE_MARK, UNCHECKED_DAY_MARK } from '../law/wording';
import { type Fen, showYuan } from '../money';

/** What the parties and the court read of a case's course. No names, numbers of people or addresses. */
export const COURSE = {
  paymentRegistered: '登记了一笔履行，等待权利人确认',
  paymentConfirmed: '确认收到一笔履行款',
  paymentConfirmedByCourt: '法院核实后确认了一笔履行款',
  paymentDisputed: '权利人对一笔履行有异议，法院核实中',
  paymentRejected: '法院核实后，一笔履行未予确认',
  planProposed: (side: Side) => `${SIDE_WORDS[side]}提出了分期方案，等待对方答复`,
  planAccepted: '双方同意了分期方案，按约定的日期履行',
  planRejected: (side: Side) => `${SIDE_WORDS[side]}没有同意分期方案`,
  objectionMade: '义务人提出异议，法院处理期间暂停提醒',
  hardshipReported: '义务人说明了履行困难，法院处理期间暂停提醒',
  requestDecided: '法院答复了义务人的说明',
  remindersResumed: '恢复提醒',
  performed: '已全部履行，案件办结',
  performedWithWaiver: (waived: Fen) => `权利人表示其余${showYuan(waived)}元不再要求，案件办结`,
  performedByPlan: (waived: Fen) =>
    waived > 0
      ? `已按约定的分期方案付清，方案以外的${showYuan(waived)}元不再要求，案件办结`
      : '已按约定的分期方案付清，案件办结',
  certificateIssued: '法院出具了自动履行证明书',
  surplus: (surplus: Fen) => `最后一笔比应付的多${showYuan(surplus)}元，多付部分请与权利人核对退还`,
  enforcementApplied: '权利人提出了申请执行',
  filed: '案件已转入执行程序，督促结束',
  withdrawn: '法院结束了执前督促',
  withdrawnBecause: (reason: string) => `结束督促的原因：${reason}`,
  contactWrong: '一方反映联系方式有误，等待法院核对',
  contactCorrected: '法院更正了一方的联系方式',
  visited: '联络员已走访',
  visitOutcome: (outcome: string) => `联络员走访回报：${outcome}`,
  taskDeclined: '联络员退回了任务，等待法院重新安排',
  taskReassigned: '法院重新安排了联络员',
  placeSettled: '法院核定了义务人所在的村',
} as const;

export type Side = 'obligor' | 'obligee';
export const SIDE_WORDS: Record<Side, string> = { obligor: '义务人', obligee: '权利人' };

/** Who stands behind an entry, never by name. */
export const ACTED_AS_WORDS = {
  obligor: '义务人',
  obligee: '权利人',
  proxy: '亲友代',
  liaison: '联络员代',
  court: '法院',
} as const;
export type ActedAs = keyof typeof ACTED_AS_WORDS;

export const TASK_ENDINGS = {
  performed: '已履行，谢谢',
  withdrawn: '法院已结束督促，谢谢',
  filed: '案件已转入执行程序，任务结束，谢谢',
} as const;
export type Ending = keyof typeof TASK_ENDINGS;

/** The other side need not know what a household told the court. */
export const KEPT_FROM_THE_OTHER_SIDE = '内容由法院处理';

export function howToPay(courtName: string, courtPhone: string): string[] {
  return [
    '直接付给权利人：银行转账请留好回单；现金请让权利人当面写收条。',
    `也可以交到法院的案款账户：请先拨打${courtName}电话 ${courtPhone} 核对账号。`,
    '联络员和本系统都不收款，不要把钱交给联络员，也不要扫陌生人发来的收款码。',
    '付款后请在这里登记，权利人或法院确认后才算数。',
  ];
}

export interface Road {
  openFrom: Day;
  open: boolean;
  applyBefore: Day;
  applyBeforeCertain: boolean;
  appliedOn: Day | null;
}

/** The creditor's road to an application, always open beside the supervision (rules R14). */
export function enforcementRoadWords(road: Road, courtName: string, courtPhone: string): string[] {
  const mark = road.applyBeforeCertain ? ESTIMATE_MARK : `${UNCHECKED_DAY_MARK}，${ESTIMATE_MARK}`;
  return [
    road.appliedOn
      ? `您已于${showDay(road.appliedOn)}提出申请执行，法院会与您联系。`
      : road.open
        ? '履行期限已经届满，您现在就可以申请执行，不必等督促结束。'
        : `履行期限届满后，从${showDay(road.openFrom)}起您随时可以申请执行，不必等督促结束。`,
    `申请执行的最后一天是${showDay(road.applyBefore)}（${mark}）。`,
    `可以在这里点“申请执行”，也可以带生效法律文书和身份证件到${courtName}立案窗口办理，电话 ${courtPhone}。`,
  ];
}

/** The same whether or not anything matched: nobody learns from it who has a case. */
export const ACCESS_CODE_ASKED =
  '如果手机号码和证件号码与法院登记的一致，几分钟内会收到带查询码的短信。没有收到，请核对后再试，或拨打法院电话。';
