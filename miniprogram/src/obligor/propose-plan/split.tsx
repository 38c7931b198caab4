import { useState } from 'react';
import type { Instalment } from '../../../../shared/cases/plan';
import { addMonths, type Day, isDay } from '../../../../shared/day';
import type { Fen } from '../../../../shared/money';
import { Button, DayField, Field, MoneyField, Notice } from '../../components';
import { AMOUNT_UNREADABLE, readYuan } from '../../parties/amount';
import { MOST_INSTALMENTS, splitEvenly } from '../../parties/plan-draft';

export interface SplitProps {
  /** Null where the figure is not known here: then it is asked for. */
  total: Fen | null;
  today: Day;
  /** There are instalments already, which a new split replaces. */
  again: boolean;
  onSplit: (instalments: Instalment[]) => void;
}

/** How many instalments from which day, in equal parts; each may be changed by hand afterwards. */
export function Split({ total, today, again, onSplit }: SplitProps) {
  const [count, setCount] = useState('3');
  const [firstDay, setFirstDay] = useState<string>(addMonths(today, 1));
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);

  function split(): void {
    const whole = total ?? readYuan(typed);
    const sentence = whole === null ? AMOUNT_UNREADABLE : wrongWith(count, firstDay, today);
    setWrong(sentence);
    if (!sentence && whole !== null) onSplit(splitEvenly(whole, Number(count), firstDay as Day));
  }

  return (
    <>
      {total === null ? (
        <MoneyField name="total" label="一共要付多少" value={typed} onChange={setTyped} />
      ) : null}
      <Field
        name="count"
        label="分几期，每月一期"
        kind="digits"
        maxLength={2}
        value={count}
        onChange={setCount}
      />
      <DayField name="firstDay" label="第一期哪天付" value={firstDay} from={today} onChange={setFirstDay} />
      {wrong ? <Notice kind="danger">{wrong}</Notice> : null}
      <Button kind="secondary" onTap={split}>
        {again ? '重新平均分（改过的会被替换）' : '平均分成每月一期'}
      </Button>
    </>
  );
}

function wrongWith(count: string, firstDay: string, today: Day): string | null {
  const n = Number(count);
  if (!Number.isInteger(n) || n < 1 || n > MOST_INSTALMENTS)
    return `期数请填 1 到 ${MOST_INSTALMENTS} 之间的整数。`;
  if (!isDay(firstDay)) return '请选择第一期的日期。';
  return firstDay < today ? '第一期的日期已经过去，请从今天或以后的日期开始。' : null;
}
