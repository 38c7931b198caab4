import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { type Column, DeskTable, Tag, View } from '../../components';
import { Deed } from '../../court/deed';

export type Shift = OutputOf<'list-duty'>['shifts'][number];

interface ShiftTableProps {
  shifts: Shift[];
  onRemoved: (sentence: string) => void;
}

export function ShiftTable({ shifts, onRemoved }: ShiftTableProps) {
  return (
    <DeskTable
      caption="现在和以后的值班"
      rows={shifts}
      keyOf={({ shiftId }) => shiftId}
      columns={[
        ...WHO_AND_WHEN,
        {
          key: 'act',
          title: '办理',
          cell: (shift) =>
            shift.isNow ? (
              <View className="zq-fine">已经开始，不能去掉</View>
            ) : (
              <Deed
                action="save-duty"
                input={{ what: 'remove', shiftId: shift.shiftId }}
                done="已去掉。"
                onDone={() => onRemoved(`已去掉：${shift.name} ${showMoment(new Date(shift.from))}的一班。`)}
              >
                去掉这一班
              </Deed>
            ),
        },
      ]}
    />
  );
}

const WHO_AND_WHEN: Column<Shift>[] = [
  {
    key: 'who',
    title: '谁',
    cell: ({ name, isNow }) => (
      <>
        <View className="zq-strong">{name}</View>
        {isNow ? <Tag tone="going">正在值班</Tag> : null}
      </>
    ),
  },
  { key: 'from', title: '从', cell: ({ from }) => showMoment(new Date(from)) },
  { key: 'to', title: '到', cell: ({ to }) => showMoment(new Date(to)) },
];
