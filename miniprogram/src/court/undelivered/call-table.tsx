import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { Button, type Column, DeskTable, PhoneLink, Tap, View } from '../../components';
import { GET_CASE } from '../../routes';
import { CHANNEL_WORDS } from '../channel-words';

export type Undelivered = OutputOf<'list-undelivered'>['undelivered'][number];

interface CallTableProps {
  rows: Undelivered[];
  handled: boolean;
  onPick: (row: Undelivered) => void;
}

export function CallTable({ rows, handled, onPick }: CallTableProps) {
  return (
    <DeskTable
      caption={handled ? '已经处理的提醒' : '没有送到的提醒'}
      rows={rows}
      keyOf={(row) => row.noticeId}
      columns={[...ALWAYS, ...(handled ? HANDLED : open(onPick))]}
    />
  );
}

const ALWAYS: Column<Undelivered>[] = [
  {
    key: 'who',
    title: '打给谁',
    cell: (row) => (
      <>
        <View className="zq-strong">{`${row.role} ${row.name}`}</View>
        <CaseLink row={row} />
      </>
    ),
  },
  {
    key: 'why',
    title: '什么提醒',
    cell: (row) => (
      <>
        <View>{`${row.step}（${CHANNEL_WORDS[row.channel]}）${row.messages > 1 ? `等${row.messages}条` : ''}`}</View>
        <View className="zq-fine">{row.reason}</View>
      </>
    ),
  },
  { key: 'since', title: '从什么时候', cell: (row) => showMoment(new Date(row.since)) },
];

const open = (onPick: (row: Undelivered) => void): Column<Undelivered>[] => [
  {
    key: 'phone',
    title: '电话',
    cell: (row) => (
      <>
        {row.phone ? <PhoneLink number={row.phone} /> : null}
        {row.warning ? <View className="zq-fine">{row.warning}</View> : null}
      </>
    ),
  },
  {
    key: 'act',
    title: '办理',
    cell: (row) => (
      <Button small kind="secondary" name={`handle:${row.noticeId}`} onTap={() => onPick(row)}>
        记结果
      </Button>
    ),
  },
];

const HANDLED: Column<Undelivered>[] = [
  {
    key: 'handled',
    title: '怎么处理的',
    cell: ({ handled }) =>
      handled ? (
        <>
          <View>{handled.words}</View>
          {handled.note ? <View className="zq-fine">{handled.note}</View> : null}
        </>
      ) : null,
  },
  {
    key: 'by',
    title: '谁、什么时候',
    cell: ({ handled }) => (handled ? `${handled.by ?? '系统'} ${showMoment(new Date(handled.at))}` : null),
  },
];

function CaseLink({ row }: { row: Undelivered }) {
  return (
    <Tap
      role="link"
      className="zq-link"
      onTap={() => void Taro.navigateTo({ url: `${GET_CASE}?caseId=${row.caseId}` })}
    >
      {row.caseNumber}
    </Tap>
  );
}
