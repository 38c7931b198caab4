import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { findTipCases } from '../../../../shared/actions/find-tip-cases';
import { showDay } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Field, Notice, View } from '../../components';
import { Wrong } from '../../court/chips';
import { checkForm } from '../../forms';

type Found = OutputOf<'find-tip-cases'>['cases'][number];

interface FindCaseProps {
  onPick: (caseId: string, words: string) => void;
  /** That none was chosen yet. */
  error: string | undefined;
}

/** One filed case, by a piece of its number or the name of whom it is against. Each search is recorded. */
export function FindCase({ onPick, error }: FindCaseProps) {
  const [search, setSearch] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [found, setFound] = useState<Found[] | null>(null);
  const act = useAct('find-tip-cases');
  async function find(): Promise<void> {
    const checked = checkForm(findTipCases.input, { search });
    setWrong(checked.ok ? undefined : checked.sentences.search);
    if (!checked.ok) return;
    const answer = await act.run(checked.input);
    if (answer) setFound(answer.cases);
  }
  return (
    <View className="zq-field">
      <View className="zq-search">
        <Field
          name="search"
          label="是哪件案件？按案号或被执行人姓名找"
          value={search}
          onChange={setSearch}
          maxLength={60}
          error={wrong}
        />
        <Button small kind="secondary" name="find-case" busy={act.busy} onTap={() => void find()}>
          查找
        </Button>
      </View>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {found ? <Results found={found} onPick={onPick} /> : null}
      <Wrong sentences={error ? [error] : []} />
    </View>
  );
}

function Results({ found, onPick }: { found: Found[] } & Pick<FindCaseProps, 'onPick'>) {
  if (found.length === 0) {
    return <Notice>没有找到。只能找到已经执行立案的案件，请核对案号或姓名。</Notice>;
  }
  return (
    <View role="group" label="选一件案件">
      {found.map((one) => {
        const words = `${one.caseNumber} ${one.debtorNames.join('、')}`;
        const more = [
          one.filedDay && `${showDay(one.filedDay)}立案`,
          one.bountyNumber && `公告 ${one.bountyNumber}`,
        ];
        return (
          <Button
            small
            kind="secondary"
            key={one.caseId}
            name={`pick:${one.caseId}`}
            onTap={() => onPick(one.caseId, words)}
          >
            {[words, ...more].filter(Boolean).join('，')}
          </Button>
        );
      })}
    </View>
  );
}
