import { useState } from 'react';
import type { TaskState } from '../../../shared/cases/stages';
import { Button, Notice } from '../components';
import { submit } from '../outbox';
import { useAcknowledged } from './use-acknowledged';

interface AcknowledgeButtonProps {
  task: { taskId: string; state: TaskState; obligor: string };
  /** The page of the task, should the tap have to be looked at again. */
  page: string;
  onDone: () => void;
}

/** One tap, also without a network; it is all that is ever required on the day. */
export function AcknowledgeButton({ task, page, onDone }: AcknowledgeButtonProps) {
  const [busy, setBusy] = useState(false);
  const acknowledged = useAcknowledged(task);
  if (acknowledged) return <Notice kind="done">已收到。有空时去看看，再回来点“填写走访结果”。</Notice>;

  async function acknowledge(): Promise<void> {
    setBusy(true);
    await submit({
      action: 'acknowledge-task',
      input: { taskId: task.taskId },
      title: `收到 · ${task.obligor}`,
      page: `${page}?taskId=${task.taskId}`,
      draft: {},
    });
    setBusy(false);
    onDone();
  }

  return (
    <Button
      busy={busy}
      busyText="正在记下…"
      name={`acknowledge:${task.taskId}`}
      onTap={() => void acknowledge()}
    >
      收到
    </Button>
  );
}
