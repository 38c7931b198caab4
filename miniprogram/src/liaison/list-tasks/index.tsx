import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { showDay } from '../../../../shared/day';
import { Branches, Button, Card, Heading, Notice, Page, Row } from '../../components';
import { useQuery } from '../../query';
import { GET_TASK, MY_DATA } from '../../routes';
import { AcknowledgeButton } from '../acknowledge-button';
import { TaskTag } from '../task-tag';
import { useAcknowledged } from '../use-acknowledged';

type Task = OutputOf<'list-tasks'>['tasks'][number];

const open = (task: Task) => void Taro.navigateTo({ url: `${GET_TASK}?taskId=${task.taskId}` });

/** A liaison's inbox: what is his first, one tap 「收到」, the rest when he has time. */
export default function ListTasks() {
  const [closed, showClosed] = useState(false);
  const query = useQuery('list-tasks', { closed }, { isEmpty: (data) => data.tasks.length === 0 });
  return (
    <Page
      title={closed ? '已办结的事' : '我的待办'}
      lead={closed ? '这些事已经有了结果，谢谢您。' : '点一下“收到”就可以，其他的有空再办。没有网络也能点。'}
      watermark
    >
      <Branches query={query} empty={closed ? '还没有办结的事。' : '现在没有待办，有新的会提醒您。'}>
        {({ tasks }) => <TaskGroups tasks={tasks} reload={() => void query.reload()} />}
      </Branches>
      <Button kind="quiet" onTap={() => showClosed(!closed)}>
        {closed ? '回到待办' : '看已办结的事'}
      </Button>
      <Button kind="quiet" name="my-data" onTap={() => void Taro.navigateTo({ url: MY_DATA })}>
        我的信息
      </Button>
    </Page>
  );
}

function TaskGroups({ tasks, reload }: { tasks: Task[]; reload: () => void }) {
  const mine = tasks.filter((task) => task.mine);
  const others = tasks.filter((task) => !task.mine);
  return (
    <>
      {mine.length === 0 ? <Notice>没有要您本人办的，下面是本镇各村正在办的。</Notice> : null}
      {mine.map((task) => (
        <TaskCard task={task} reload={reload} key={task.taskId} />
      ))}
      {others.length > 0 ? <Heading level={2}>本镇各村正在办（{others.length} 件）</Heading> : null}
      {others.map((task) => (
        <TaskCard task={task} reload={reload} key={task.taskId} />
      ))}
    </>
  );
}

function TaskCard({ task, reload }: { task: Task; reload: () => void }) {
  const acknowledged = useAcknowledged(task);
  return (
    <>
      <Card
        title={`${task.ordinal}号 · ${task.obligor}`}
        tag={<TaskTag state={acknowledged ? 'acknowledged' : task.state} overdue={task.overdue} />}
        onTap={() => open(task)}
        name={`task:${task.taskId}`}
      >
        <Row label="哪个村">
          {task.town} {task.village}
        </Row>
        <Row label="请在何时前">{showDay(task.dueDay)}</Row>
        {task.lastOutcome ? <Row label="上次结果">{task.lastOutcome}</Row> : null}
      </Card>
      {task.mine && task.state === 'open' ? (
        <AcknowledgeButton task={task} page={GET_TASK} onDone={reload} />
      ) : null}
    </>
  );
}
