import type { DeskTableProps } from './desk-table.types';
import { Text, View } from './elements';

/** On a telephone every row of the desk is a small card. */
export function DeskTable<T>({ caption, columns, rows, keyOf }: DeskTableProps<T>) {
  return (
    <View className="zq-table" role="list" label={caption}>
      {rows.map((row) => (
        <View className="zq-table__row" role="listitem" key={keyOf(row)}>
          {columns.map((column) => (
            <View className="zq-table__cell" key={column.key}>
              <Text className="zq-table__label">{column.title}</Text>
              <View className="zq-table__content">{column.cell(row)}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
