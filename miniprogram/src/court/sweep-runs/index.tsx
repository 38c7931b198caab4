import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { Branches, DeskTable, Notice, Page } from '../../components';
import { useQuery } from '../../query';
import { SWEEP_RUNS } from '../../routes';
import { navAt } from '../nav';

type Run = OutputOf<'list-sweep-runs'>['runs'][number];

/** What the program that reminds has done, and whether it is well. */
export default function SweepRunsPage() {
  const query = useQuery('list-sweep-runs', {});
  return (
    <Page
      title="发送运行"
      lead="系统每分钟巡检一次：安排到期的提醒，发出能发的消息。这里看它是不是正常。"
      nav={navAt(SWEEP_RUNS)}
    >
      <Branches query={query} empty="">
        {({ alarms, runs }) => (
          <>
            {alarms.length === 0 && <Notice kind="done">现在一切正常。</Notice>}
            {alarms.map(({ words, since }) => (
              <Notice
                key={words}
                kind="danger"
              >{`${words}（${showMoment(new Date(since))}开始），请联系系统管理员。`}</Notice>
            ))}
            <Runs runs={runs} />
          </>
        )}
      </Branches>
    </Page>
  );
}

const number = (key: 'planned' | 'delivered' | 'failed' | 'unknown' | 'suppressed', title: string) => ({
  key,
  title,
  right: true,
  cell: (run: Run) => String(run[key]),
});

const outcomeOf = ({ finishedAt, failedStages }: Run): string => {
  if (!finishedAt) return '没有跑完';
  return failedStages.length === 0 ? '正常' : `出错：${failedStages.join('、')}`;
};

function Runs({ runs }: { runs: Run[] }) {
  if (runs.length === 0) return <Notice>还没有巡检过。</Notice>;
  return (
    <DeskTable
      caption="最近的巡检"
      rows={runs}
      keyOf={(run) => run.startedAt}
      columns={[
        { key: 'startedAt', title: '开始', cell: (run) => showMoment(new Date(run.startedAt)) },
        number('planned', '新安排'),
        number('delivered', '已发出'),
        number('failed', '没有送到'),
        number('unknown', '不确定'),
        number('suppressed', '不必再发'),
        { key: 'outcome', title: '结果', cell: outcomeOf },
      ]}
    />
  );
}
