import { useState } from 'react';
import { showYuan } from '../../../../shared/money';
import { Button, Card, Field, MoneyField, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import { AMOUNT_UNREADABLE, readYuan } from '../../parties/amount';

interface ProposeProps {
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

/** Which tip, what it brought, on what that rests. The sum is not typed: it follows from the notice. */
export function Propose({ onDone, onLeave }: ProposeProps) {
  const [number, setNumber] = useState('');
  const [realized, setRealized] = useState('');
  const [basis, setBasis] = useState('');
  const tipNumber = /^\d+$/.test(number.trim()) ? Number(number.trim()) : undefined;
  const tell = (sum: string): string => {
    onDone(`线索 ${tipNumber} 号：按公告计算，奖励 ${sum} 元。请另外两个人先后批准。`);
    return '已提议。';
  };
  return (
    <Card title="提议一笔奖励">
      <DeedForm
        action="propose-reward"
        input={{ tipNumber, realized: readYuan(realized), basis }}
        submit="提议奖励"
        done={({ amount }) => tell(showYuan(amount))}
      >
        {(sentences) => (
          <>
            <Field
              name="tipNumber"
              kind="digits"
              label="线索编号"
              value={number}
              onChange={setNumber}
              maxLength={12}
              error={sentences.tipNumber}
            />
            <MoneyField
              name="realized"
              label="靠这条线索到位多少钱"
              hint="奖励多少由系统按公告计算，不用填"
              value={realized}
              onChange={setRealized}
              error={sentences.realized && AMOUNT_UNREADABLE}
            />
            <TextArea
              name="basis"
              label="依据"
              hint="哪一笔款、哪一次处置，法院原来掌握不掌握"
              value={basis}
              onChange={setBasis}
              maxLength={1000}
              error={sentences.basis}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不提议
      </Button>
    </Card>
  );
}
