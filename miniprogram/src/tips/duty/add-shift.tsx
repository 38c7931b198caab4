import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { dayAt, isDay, showMoment } from '../../../../shared/day';
import { Card, DayField, Field, Notice } from '../../components';
import { Chips } from '../../court/chips';
import { DeedForm } from '../../court/deed-form';
import { platform } from '../../platform';
import { spanWords } from '../clock';
import { minutesOf, shiftOf } from './shift-times';

interface AddShiftProps {
  staff: OutputOf<'list-duty'>['staff'];
  onDone: (sentence: string) => void;
}

const TIME_WRONG = '请按 18:00 这样填写。';

/** Person, day and two times as people write them; what they come to is read before it is saved. */
export function AddShift({ staff, onDone }: AddShiftProps) {
  const today = dayAt(platform.now());
  const [accountId, choose] = useState<string | null>(null);
  const [day, setDay] = useState<string>(today);
  const [begin, setBegin] = useState('');
  const [end, setEnd] = useState('');
  const [beginsAt, endsAt] = [minutesOf(begin), minutesOf(end)];
  const shift = isDay(day) && beginsAt !== null && endsAt !== null ? shiftOf(day, beginsAt, endsAt) : null;
  const name = staff.find((one) => one.accountId === accountId)?.name ?? '';
  return (
    <Card title="加一班">
      <DeedForm
        action="save-duty"
        input={{
          what: 'add',
          accountId: accountId ?? undefined,
          from: shift?.from.toISOString(),
          to: shift?.to.toISOString(),
        }}
        submit="加到值班表"
        done={() => '已加上。'}
        onDone={() => onDone(`已加上：${name} ${wordsOf(shift!)}。`)}
      >
        {(sentences) => (
          <>
            <Chips
              name="person"
              label="谁值班"
              choices={staff.map((one) => ({ value: one.accountId, word: one.name }))}
              chosen={accountId ? [accountId] : []}
              onTap={choose}
              error={sentences.accountId && '请选择谁值班。'}
            />
            <DayField
              name="day"
              label="从哪一天"
              value={day}
              onChange={setDay}
              from={today}
              error={sentences.from && !isDay(day) ? '请选择日期。' : undefined}
            />
            <Field
              name="begin"
              label="几点开始"
              value={begin}
              onChange={setBegin}
              placeholder="18:00"
              maxLength={8}
              error={sentences.from && beginsAt === null ? TIME_WRONG : undefined}
            />
            <Field
              name="end"
              label="几点结束"
              hint="比开始早的，就是第二天"
              value={end}
              onChange={setEnd}
              placeholder="08:00"
              maxLength={8}
              error={sentences.to && endsAt === null ? TIME_WRONG : undefined}
            />
            {shift ? <Notice>{wordsOf(shift)}</Notice> : null}
          </>
        )}
      </DeedForm>
    </Card>
  );
}

const wordsOf = ({ from, to }: { from: Date; to: Date }): string => {
  const night = dayAt(from) === dayAt(to) ? '' : '第二天，';
  return `${showMoment(from)} 到 ${showMoment(to)}（${night}共 ${spanWords(to.getTime() - from.getTime())}）`;
};
