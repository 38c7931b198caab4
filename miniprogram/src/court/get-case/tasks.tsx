import { useState } from 'react';
import { TASK_STATE_WORDS } from '../../../../shared/cases/stages';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, Row, Tag } from '../../components';
import { Deed } from '../deed';
import { VillagePicker } from '../village-picker';
import type { CourtCase, PartProps } from './index';

type Task = CourtCase['tasks'][number];

const WAITING: Task['state'][] = ['open', 'acknowledged', 'reported'];

export function Tasks({ found, reload }: PartProps) {
  return (
    <>
      {found.tasks.map((task) => (
        <Card
          key={task.taskId}
          title={`任务：${task.assignee}`}
          tag={<Tag tone={task.state === 'declined' ? 'late' : 'going'}>{TASK_STATE_WORDS[task.state]}</Tag>}
        >
          <Row label="交办时间">{showMoment(new Date(task.since))}</Row>
          {task.acknowledgedAt ? (
            <Row label="收到时间">{showMoment(new Date(task.acknowledgedAt))}</Row>
          ) : null}
          {task.declineReason ? <Row label="退回原因">{task.declineReason}</Row> : null}
          {WAITING.includes(task.state) ? (
            <Deed action="remind-liaison" input={{ taskId: task.taskId }} done="已提醒">
              再提醒一次
            </Deed>
          ) : null}
          {task.role === 'village-liaison' && (task.state === 'declined' || task.state === 'open') ? (
            <Reassign task={task} reload={reload} />
          ) : null}
        </Card>
      ))}
    </>
  );
}

function Reassign({ task, reload }: { task: Task; reload: () => void }) {
  const act = useAct('reassign-task');
  const [picking, pick] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  async function give(villageId: string, name: string): Promise<void> {
    if (!(await act.run({ taskId: task.taskId, villageId }))) return;
    setDone(`已改交${name}的联络员。`);
    reload();
  }
  if (done) return <Notice kind="done">{done}</Notice>;
  return (
    <>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {picking ? (
        <VillagePicker onPick={(villageId, name) => void give(villageId, name)} />
      ) : (
        <Button small kind="secondary" onTap={() => pick(true)}>
          改交别的村
        </Button>
      )}
    </>
  );
}
