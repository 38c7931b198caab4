import { useState } from 'react';
import { Button, Field, View } from '../../components';
import type { Staff } from './exclude';

const MOST = 8;

/** One of the staff by a piece of the name; the list is here already. */
export function StaffPicker({ staff, onPick }: { staff: Staff; onPick: (person: Staff[number]) => void }) {
  const [typed, setTyped] = useState('');
  const found = staff.filter(({ name }) => name.includes(typed.trim()));
  return (
    <>
      <Field name="person" label="按姓名找" value={typed} onChange={setTyped} optional />
      <View className="zq-add" role="group" label="选一个人">
        {found.slice(0, MOST).map((person) => (
          <Button
            small
            kind="secondary"
            key={person.accountId}
            name={`person:${person.accountId}`}
            onTap={() => onPick(person)}
          >
            {`${person.name}（${person.roles}）`}
          </Button>
        ))}
      </View>
      {found.length === 0 ? <View className="zq-fine">没有找到。请核对姓名，或清空再找。</View> : null}
      {found.length > MOST ? (
        <View className="zq-fine">{`共 ${found.length} 人，请写姓名再找。`}</View>
      ) : null}
    </>
  );
}
