import type { TaskState } from '../../../shared/cases/stages';
import { useOutbox } from '../outbox';

/** Has he tapped 「收到」, on the server or, still waiting for the network, on this telephone? */
export function useAcknowledged(task: { taskId: string; state: TaskState }): boolean {
  const written = useOutbox().some(
    (item) =>
      item.action === 'acknowledge-task' && item.payload.taskId === task.taskId && item.state !== 'refused',
  );
  return task.state !== 'open' || written;
}
