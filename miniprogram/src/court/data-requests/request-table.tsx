import type { OutputOf } from '../../../../shared/actions';
import { askedFor, DATA_REQUEST_STATE_WORDS } from '../../../../shared/cases/data-requests';
import { showDay, showMoment } from '../../../../shared/day';
import { Button, type Column, DeskTable, Tag, View } from '../../components';
import { hasRole, useSession } from '../../session';

export type DataRequest = OutputOf<'list-data-requests'>['requests'][number];

interface TableProps {
  rows: DataRequest[];
  decided: boolean;
  onPick: (row: DataRequest) => void;
}

export function RequestTable({ rows, decided, onPick }: TableProps) {
  const { me } = useSession();
  const mayAnswer = hasRole(me, 'judge', 'chief');
  return (
    <DeskTable
      caption={decided ? '已经答复的申请' : '还没答复的申请'}
      rows={rows}
      keyOf={(row) => row.requestId}
      columns={[...ASKED, ...(decided ? DECIDED : open(mayAnswer ? onPick : null))]}
    />
  );
}

const ASKED: Column<DataRequest>[] = [
  {
    key: 'who',
    title: '谁',
    cell: (row) => (
      <>
        <View className="zq-strong">{`${row.role} ${row.name}`}</View>
        <View className="zq-fine">{row.caseNumber ?? row.about}</View>
      </>
    ),
  },
  {
    key: 'what',
    title: '要求什么',
    cell: (row) => (
      <>
        <View>{askedFor(row)}</View>
        <View className="zq-fine">{row.why}</View>
      </>
    ),
  },
  { key: 'made', title: '什么时候提的', cell: (row) => showMoment(new Date(row.madeAt)) },
];

const open = (onPick: ((row: DataRequest) => void) | null): Column<DataRequest>[] => [
  {
    key: 'by',
    title: '最晚答复',
    cell: ({ answerBy, isOverdue }) => (
      <>
        <View>{showDay(answerBy.day)}</View>
        {answerBy.certain ? null : <View className="zq-fine">放假安排公布后核定</View>}
        {isOverdue ? <Tag tone="late">已超期</Tag> : null}
      </>
    ),
  },
  {
    key: 'act',
    title: '办理',
    cell: (row) =>
      onPick ? (
        <Button small kind="secondary" name={`answer:${row.requestId}`} onTap={() => onPick(row)}>
          答复
        </Button>
      ) : (
        '由法官或院领导答复'
      ),
  },
];

const DECIDED: Column<DataRequest>[] = [
  {
    key: 'answer',
    title: '答复',
    cell: ({ state, decided }) => (
      <>
        <View className="zq-strong">{DATA_REQUEST_STATE_WORDS[state]}</View>
        <View>{decided?.answer}</View>
        {decided?.ground ? <View className="zq-fine">{decided.ground}</View> : null}
        {[...(decided?.done ?? []), ...(decided?.stays ?? [])].map((line) => (
          <View className="zq-fine" key={line}>
            {line}
          </View>
        ))}
      </>
    ),
  },
  {
    key: 'by',
    title: '谁、什么时候',
    cell: ({ decided, decidedBy }) =>
      decided ? `${decidedBy ?? ''} ${showMoment(new Date(decided.at))}` : null,
  },
];
