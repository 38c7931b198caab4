import type { CaseStatus } from '../../../../shared/cases/case-status';
import { Notice } from '../../components';
import type { CaseRecord } from '../../parties/owed';

/** Where the case stands, where that is not plain from the figures below. */
const WORDS: Partial<{ [S in CaseStatus]: string }> = {
  paused: '法院正在处理您说明的情况，答复之前暂停提醒。',
  planned: '双方已约定分期，请按约定的日期付款。',
  withdrawn: '法院已结束督促，不再提醒。应付的钱并没有免除。',
  filed: '案件已转入执行程序，请直接与法院联系。现在付清仍然越早越好。',
};

export function StateNotice({ record }: { record: CaseRecord }) {
  const words = WORDS[record.status];
  return words ? <Notice kind={record.status === 'filed' ? 'warning' : 'info'}>{words}</Notice> : null;
}
