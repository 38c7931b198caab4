import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { dayAt } from '../../../../shared/day';
import { Button, Card, DayField, Field, Money, Notice, Row } from '../../components';
import { DeedForm } from '../../court/deed-form';
import { platform } from '../../platform';
import type { Asked } from './ask';
import { ExcludePayee } from './exclude-payee';

type Openings = OutputOf<'list-tipster-openings'>;
export type Due = Openings['toPay'][number];

interface ToPayProps {
  data: Openings;
  onAsk: (asked: Asked) => void;
  onDone: (sentence: string) => void;
}

/** Rewards that wait for their payment: first a granted opening, then the transfer, then its number here. */
export function ToPay({ data: { toPay, openings }, onAsk, onDone }: ToPayProps) {
  const mayOpen = (number: number) =>
    openings.some((one) => one.number === number && one.isMine && one.state === 'granted');
  return toPay.map((due) => (
    <Card title={`待发放：线索 ${due.number} 号`} key={due.rewardId}>
      <Row label="奖励">
        <Money fen={due.amount} large />
      </Row>
      {mayOpen(due.number) ? (
        <>
          <Pay due={due} onDone={onDone} />
          <ExcludePayee due={due} onDone={onDone} />
        </>
      ) : (
        <>
          <Notice>先申请打开这条线索的身份。批准以后，照着收款账户转账，再来登记。</Notice>
          <Button
            small
            kind="secondary"
            name={`ask:${due.number}`}
            onTap={() => onAsk({ number: String(due.number), reason: 'pay' })}
          >
            申请打开身份
          </Button>
        </>
      )}
    </Card>
  ));
}

function Pay({ due: { rewardId, number }, onDone }: { due: Due; onDone: ToPayProps['onDone'] }) {
  const [isOpen, open] = useState(false);
  const [paidDay, setPaidDay] = useState('');
  const [reference, setReference] = useState('');
  const tell = (receiptNumber: string): string => {
    onDone(`线索 ${number} 号：已登记发放，收据编号 ${receiptNumber}。`);
    return '已登记。';
  };
  if (!isOpen) {
    return (
      <Button small kind="secondary" name={`pay:${rewardId}`} onTap={() => open(true)}>
        已经转账，登记发放
      </Button>
    );
  }
  return (
    <>
      <DeedForm
        action="pay-reward"
        input={{ rewardId, paidDay, reference }}
        submit="登记发放"
        done={({ receiptNumber }) => tell(receiptNumber)}
      >
        {(sentences) => (
          <>
            <DayField
              name="paidDay"
              label="哪一天转的账"
              value={paidDay}
              onChange={setPaidDay}
              to={dayAt(platform.now())}
              error={sentences.paidDay}
            />
            <Field
              name="reference"
              label="银行流水号"
              value={reference}
              onChange={setReference}
              maxLength={60}
              error={sentences.reference}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={() => open(false)}>
        先不登记
      </Button>
    </>
  );
}
