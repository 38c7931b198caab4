import { useState } from 'react';
import type { OutputOf } from '../../../shared/actions';
import { Branches, Button, Field, View } from '../components';
import { useQuery } from '../query';

type Line = OutputOf<'list-cases'>['cases'][number];
const MOST = 8;

/** One case, by a piece of its number or a name. */
export function CasePicker({ onPick }: { onPick: (line: Line) => void }) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const query = useQuery(
    'list-cases',
    { search: search || undefined, page: 1 },
    { isEmpty: (data) => data.cases.length === 0, keep: false },
  );
  return (
    <>
      <View className="zq-search">
        <Field name="case" label="按案号或姓名找一件案件" value={typed} onChange={setTyped} optional />
        <Button small kind="secondary" name="find-case" onTap={() => setSearch(typed.trim())}>
          查找
        </Button>
      </View>
      <Branches query={query} empty="没有找到。请核对案号或姓名，或清空再查找。">
        {({ cases, total }) => (
          <View className="zq-add" role="group" label="选一件案件">
            {cases.slice(0, MOST).map((line) => (
              <Button
                small
                kind="secondary"
                key={line.caseId}
                name={`pick:${line.caseId}`}
                onTap={() => onPick(line)}
              >
                {`${line.caseNumber} ${line.obligors.join('、')}`}
              </Button>
            ))}
            {total > MOST ? (
              <View className="zq-fine">{`共 ${total} 件，可以写得更具体一些再查找。`}</View>
            ) : null}
          </View>
        )}
      </Branches>
    </>
  );
}
