import { TASK_STATE_WORDS, type TaskState } from '../../../shared/cases/stages';
import { Tag } from '../components';

const TONES = {
  open: 'calm',
  acknowledged: 'going',
  reported: 'going',
  declined: 'stopped',
  closed: 'done',
} as const;

export function TaskTag({ state, overdue }: { state: TaskState; overdue: boolean }) {
  if (overdue) return <Tag tone="late">{`${TASK_STATE_WORDS[state]}，已过期`}</Tag>;
  return <Tag tone={TONES[state]}>{TASK_STATE_WORDS[state]}</Tag>;
}
