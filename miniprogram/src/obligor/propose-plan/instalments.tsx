import { addMonths, type Day, isDay } from '../../../../shared/day';
import { Button, Card, DayField, MoneyField } from '../../components';
import type { DraftRow } from '../../parties/plan-draft';

export interface InstalmentsProps {
  rows: DraftRow[];
  today: Day;
  onChange: (rows: DraftRow[]) => void;
}

/** Each instalment with its day and its amount, to be changed by hand. */
export function Instalments({ rows, today, onChange }: InstalmentsProps) {
  const put = (at: number, part: Partial<DraftRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <>
      {rows.map((row, index) => (
        // Rows have no identity but their place.
        <Card title={`第 ${index + 1} 期`} key={index}>
          <DayField
            name={`dueDay${index + 1}`}
            label="哪天付"
            value={row.dueDay}
            from={today}
            onChange={(dueDay) => put(index, { dueDay })}
          />
          <MoneyField
            name={`amount${index + 1}`}
            label="付多少"
            value={row.yuan}
            onChange={(yuan) => put(index, { yuan })}
          />
          <Button small kind="quiet" onTap={() => onChange(rows.filter((_, at) => at !== index))}>
            {`去掉第 ${index + 1} 期`}
          </Button>
        </Card>
      ))}
      {rows.length > 0 ? (
        <Button kind="secondary" onTap={() => onChange([...rows, { dueDay: monthAfter(rows), yuan: '' }])}>
          再加一期
        </Button>
      ) : null}
    </>
  );
}

function monthAfter(rows: DraftRow[]): string {
  const last = rows[rows.length - 1]?.dueDay ?? '';
  return isDay(last) ? addMonths(last, 1) : '';
}
