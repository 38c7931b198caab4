import { type Day, showDay } from '../day';
import { type Fen, showYuan } from '../money';
import { maskIdNumber, maskName } from './mask';
import { howToPay } from './wording';

/** What the papers of a case are written from; whoever is not the debtor appears masked. */
export interface PaperFacts {
  courtName: string;
  courtPhone: string;
  noticeNumber: string;
  noticeDay: Day;
  caseNumber: string;
  instrumentType: string;
  instrumentNumber: string | null;
  cause: string | null;
  effectiveDay: Day;
  dueDay: Day;
  principal: Fen;
  costs: Fen;
  portions: { amount: Fen; dueDay: Day }[];
  obligor: { name: string; idNumber: string | null };
  obligees: string[];
  /** What the statement says on the day of the look. */
  today: Day;
  owedToday: Fen;
}

export interface Paper {
  title: string;
  number: string | null;
  paragraphs: string[];
  rows: { label: string; value: string }[];
}

/** 《督促履行通知书》, as the debtor was told it. */
export function supervisionNotice(facts: PaperFacts): Paper {
  const { courtName, courtPhone } = facts;
  return {
    title: '督促履行通知书',
    number: facts.noticeNumber,
    paragraphs: [
      `${facts.obligor.name}：`,
      `您与${masked(facts.obligees)}${facts.cause ? `的${facts.cause}` : '的案件'}，${facts.instrumentType}已经生效。请在${showDay(facts.dueDay)}前履行。`,
      ...howToPay(courtName, courtPhone),
      '对应付的数额或者是否应付有不同意见，可以提出异议；确有困难，可以说明困难；一次付不清，可以提出分期方案。提出后由法院或者权利人答复。',
      '按期履行，就不必再承担申请执行的费用；逾期之后，迟延履行期间的债务利息按日增加。',
      '本通知不是强制执行措施，提醒不代替送达。权利人申请执行的权利不受影响。',
      `对本通知有疑问，请拨打${courtName}电话 ${courtPhone}。`,
      `${courtName}　${showDay(facts.noticeDay)}`,
    ],
    rows: [
      { label: '案号', value: facts.caseNumber },
      { label: '义务人', value: facts.obligor.name },
      { label: '证件号码', value: facts.obligor.idNumber ? maskIdNumber(facts.obligor.idNumber) : '未登记' },
      { label: '权利人', value: masked(facts.obligees) },
      {
        label: `截至${showDay(facts.today)}应付`,
        value: `${showYuan(facts.owedToday)}元（估算，以法院核算为准）`,
      },
      { label: '履行期限', value: showDay(facts.dueDay) },
    ],
  };
}

/** What the instrument says, for somebody who must know what he talks about. */
export function instrumentSummary(facts: PaperFacts): Paper {
  return {
    title: '法律文书摘要',
    number: facts.instrumentNumber,
    paragraphs: ['摘要只供联络员了解案情，内容以法院送达的文书全文为准。请勿转发、拍照外传。'],
    rows: [
      { label: '案号', value: facts.caseNumber },
      { label: '文书', value: facts.instrumentType },
      { label: '案由', value: facts.cause ?? '未写明' },
      { label: '权利人', value: masked(facts.obligees) },
      { label: '义务人', value: facts.obligor.name },
      { label: '生效日期', value: showDay(facts.effectiveDay) },
      { label: '应付本金', value: `${showYuan(facts.principal)}元` },
      ...(facts.costs > 0 ? [{ label: '诉讼费用', value: `${showYuan(facts.costs)}元` }] : []),
      ...portionRows(facts),
    ],
  };
}

function portionRows({ portions, dueDay }: PaperFacts): Paper['rows'] {
  if (portions.length < 2) return [{ label: '履行期限', value: showDay(dueDay) }];
  return portions.map((portion, index) => ({
    label: `第${index + 1}期`,
    value: `${showDay(portion.dueDay)}前付${showYuan(portion.amount)}元`,
  }));
}

/** What a task is about in one sentence, for somebody at the door who has no time to read. */
export function aboutTask(
  facts: Pick<PaperFacts, 'cause' | 'instrumentType' | 'obligees' | 'principal' | 'dueDay'>,
): string {
  return `${facts.cause ?? '民事案件'}，${facts.instrumentType}已经生效，应在${showDay(facts.dueDay)}前付给${masked(facts.obligees)}，本金${showYuan(facts.principal)}元。`;
}

const masked = (names: string[]): string => names.map(maskName).join('、') || '权利人';
