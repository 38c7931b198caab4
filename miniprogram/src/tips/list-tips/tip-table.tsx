import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import {
  CONTENT_CHECK_WORDS,
  isQuarantined,
  TIP_ABOUT_WORDS,
  TIP_STATE_WORDS,
} from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Button, type Column, DeskTable, Tag, View } from '../../components';
import { READ_TIP } from '../../routes';
import { Clock } from '../clock';

export type TipLine = OutputOf<'list-tips'>['tips'][number];

const open = (tipId: string) => void Taro.navigateTo({ url: `${READ_TIP}?tipId=${tipId}` });

/** Nothing of what was told stands here. */
export function TipTable({ rows }: { rows: TipLine[] }) {
  return <DeskTable caption="线索" rows={rows} keyOf={(row) => row.tipId} columns={COLUMNS} />;
}

const COLUMNS: Column<TipLine>[] = [
  {
    key: 'number',
    title: '编号',
    cell: ({ number, caseNumber }) => (
      <>
        <View className="zq-strong">{`${number} 号`}</View>
        {caseNumber ? <View className="zq-fine">{caseNumber}</View> : null}
      </>
    ),
  },
  { key: 'about', title: '什么线索', cell: ({ about }) => TIP_ABOUT_WORDS[about] },
  {
    key: 'state',
    title: '到哪一步',
    cell: ({ state, officer }) => (
      <>
        <View>{TIP_STATE_WORDS[state]}</View>
        {officer ? <View className="zq-fine">{`执行人员 ${officer}`}</View> : null}
      </>
    ),
  },
  { key: 'received', title: '收到', cell: ({ receivedAt }) => showMoment(new Date(receivedAt)) },
  {
    key: 'clock',
    title: '时限',
    cell: ({ dueAt, isOverdue }) => <Clock dueAt={dueAt} isOverdue={isOverdue} />,
  },
  { key: 'marks', title: '注意', cell: (row) => <Marks row={row} /> },
  {
    key: 'act',
    title: '办理',
    cell: ({ tipId }) => (
      <Button small kind="secondary" name={`open:${tipId}`} onTap={() => open(tipId)}>
        打开
      </Button>
    ),
  },
];

function Marks({ row: { check, unread, fromSameDevice } }: { row: TipLine }) {
  return (
    <>
      {unread > 0 ? (
        <View>
          <Tag tone="going">{`${unread} 条新消息`}</Tag>
        </View>
      ) : null}
      {isQuarantined(check) ? (
        <View>
          <Tag tone="stopped">{CONTENT_CHECK_WORDS[check]}</Tag>
        </View>
      ) : null}
      {fromSameDevice > 1 ? <View className="zq-fine">{`同一手机今天 ${fromSameDevice} 条`}</View> : null}
    </>
  );
}
