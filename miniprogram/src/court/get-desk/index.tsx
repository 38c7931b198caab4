import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { CASE_STATUS_WORDS } from '../../../../shared/cases/case-status';
import { showMoment } from '../../../../shared/day';
import { Branches, Button, DeskTable, Heading, Notice, Page, Tap, Text, View } from '../../components';
import { useQuery } from '../../query';
import {
  DATA_REQUESTS,
  EXPORTS,
  GET_CASE,
  GET_DESK,
  LIST_CASES,
  LIST_TASKS,
  SETTLE_ADDRESS,
  UNDELIVERED,
} from '../../routes';
import { hasRole, useSession } from '../../session';
import { Deed } from '../deed';
import { navAt } from '../nav';
import { TrialNotice } from '../trial-notice';

type Desk = OutputOf<'get-desk'>;
type Stuck = Desk['stuck'][number];

const go = (url: string) => void Taro.navigateTo({ url });

/** What is stuck, why, since when, and the one click that moves it. */
export default function GetDesk() {
  const query = useQuery('get-desk', {});
  const { me } = useSession();
  return (
    <Page
      title="卡在哪里"
      lead="需要法院处理的排在最前面；没有列出的案件都在按计划走。"
      nav={navAt(GET_DESK)}
      watermark
    >
      <Branches query={query} empty="">
        {(desk) => (
          <>
            <TrialNotice isOn={desk.trial} />
            <Counts desk={desk} />
            <Calls waiting={desk.undelivered} />
            <DataRequests asked={desk.dataRequests} />
            <Exports waiting={desk.exports} />
            {hasRole(me, 'officer') ? (
              <Button small kind="secondary" onTap={() => go(LIST_TASKS)}>
                我团队的走访任务
              </Button>
            ) : null}
            <StuckCases desk={desk} />
            <LastSweep desk={desk} />
          </>
        )}
      </Branches>
    </Page>
  );
}

function Counts({ desk }: { desk: Desk }) {
  return (
    <View className="zq-counts" role="list" label="案件数量">
      {desk.counts.map(({ status, cases }) => (
        <Tap key={status} className="zq-count" role="link" onTap={() => go(`${LIST_CASES}?status=${status}`)}>
          <Text className="zq-count__number">{cases}</Text>
          <Text className="zq-count__word">{CASE_STATUS_WORDS[status]}</Text>
        </Tap>
      ))}
      <Tap className="zq-count" role="link" onTap={() => go(SETTLE_ADDRESS)}>
        <Text className="zq-count__number">{desk.unmatchedAddresses}</Text>
        <Text className="zq-count__word">地址待认领</Text>
      </Tap>
    </View>
  );
}

/** What no carrier could do, a person does. */
function Calls({ waiting }: { waiting: number }) {
  if (!(waiting > 0)) return null;
  return (
    <Notice kind="warning">
      {`${waiting} 条没有送到，请打电话。`}
      <Button small kind="secondary" name="undelivered" onTap={() => go(UNDELIVERED)}>
        打开电话清单
      </Button>
    </Notice>
  );
}

/** What a person asks of his own data has a last day. An answer that was kept from earlier may not know of it. */
function DataRequests({ asked }: { asked: Desk['dataRequests'] | undefined }) {
  if (!asked || asked.open === 0) return null;
  const { open, overdue } = asked;
  return (
    <Notice kind={overdue > 0 ? 'danger' : 'info'}>
      {overdue > 0
        ? `${overdue} 项个人信息申请超过十五个工作日没有答复，请马上答复。`
        : `${open} 项个人信息申请等待答复。`}
      <Button small kind="secondary" name="data-requests" onTap={() => go(DATA_REQUESTS)}>
        打开申请清单
      </Button>
    </Notice>
  );
}

/** A colleague waits for a second person's hand. */
function Exports({ waiting }: { waiting: number }) {
  if (!(waiting > 0)) return null;
  return (
    <Notice>
      {`${waiting} 份导出申请等您答复。`}
      <Button small kind="secondary" name="exports" onTap={() => go(EXPORTS)}>
        打开导出申请
      </Button>
    </Notice>
  );
}

function StuckCases({ desk }: { desk: Desk }) {
  if (desk.stuck.length === 0) return <Notice kind="done">现在没有卡住的案件。</Notice>;
  return (
    <>
      <Heading level={2}>{`需要处理 ${desk.stuckTotal} 件`}</Heading>
      <DeskTable
        caption="需要处理的案件"
        rows={desk.stuck}
        keyOf={(row) =>
          `${row.caseId} ${row.reason} ${row.taskId ?? row.paymentId ?? row.requestId ?? row.partyId}`
        }
        columns={[
          { key: 'words', title: '为什么', cell: (row) => row.words },
          { key: 'case', title: '案件', cell: (row) => `${row.caseNumber} ${row.obligor}` },
          { key: 'place', title: '地方', cell: (row) => row.place },
          { key: 'since', title: '从什么时候', cell: (row) => showMoment(new Date(row.since)) },
          { key: 'act', title: '处理', cell: (row) => <OneClick row={row} /> },
        ]}
      />
      {desk.stuckTotal > desk.stuck.length ? <Notice>先处理这些，处理完会接着列出其余的。</Notice> : null}
    </>
  );
}

/** A silent liaison can be reminded from here; everything else is decided on the case's page. */
function OneClick({ row }: { row: Stuck }) {
  const reminds = row.taskId && (row.reason === 'task-silent' || row.reason === 'overdue-no-visit');
  return (
    <>
      {reminds ? (
        <Deed action="remind-liaison" input={{ taskId: row.taskId! }} done="已提醒">
          提醒联络员
        </Deed>
      ) : null}
      <Button
        small
        kind={reminds ? 'quiet' : 'secondary'}
        onTap={() => go(`${GET_CASE}?caseId=${row.caseId}`)}
      >
        去处理
      </Button>
    </>
  );
}

function LastSweep({ desk: { lastSweep } }: { desk: Desk }) {
  if (!lastSweep) return <Notice kind="warning">提醒程序还没有运行过，请联系管理员。</Notice>;
  const { at, planned, delivered, failed } = lastSweep;
  return (
    <View className="zq-lead">
      {`最近一次提醒巡检：${showMoment(new Date(at))}，新排 ${planned} 条，发出 ${delivered} 条，没发出 ${failed} 条。`}
    </View>
  );
}
