import { CASE_STATUS_WORDS, type CaseStatus } from '../../../shared/cases/case-status';
import { Tag } from '../components';

const TONES = {
  waiting: 'calm',
  supervised: 'going',
  paused: 'late',
  planned: 'going',
  performed: 'done',
  withdrawn: 'stopped',
  filed: 'stopped',
} as const;

export function StatusTag({ status }: { status: CaseStatus }) {
  return <Tag tone={TONES[status]}>{CASE_STATUS_WORDS[status]}</Tag>;
}
