import type { ReactNode } from 'react';
import { PAYMENT_METHOD_WORDS, PAYMENT_STATE_WORDS, type PaymentState } from '../../../shared/cases/stages';
import { showDay } from '../../../shared/day';
import { Card, Money, Row, Tag, View } from '../components';
import type { CaseRecord } from './owed';
import './parties.scss';

type Payment = CaseRecord['payments'][number];

const TONES = { registered: 'going', confirmed: 'done', disputed: 'late', rejected: 'stopped' } as const;

export const PaymentTag = ({ state }: { state: PaymentState }) => (
  <Tag tone={TONES[state]}>{PAYMENT_STATE_WORDS[state]}</Tag>
);

export interface PaymentsProps {
  payments: Payment[];
  none: string;
  /** What can be done with one of them now. */
  act?: (payment: Payment) => ReactNode;
}

/** Each payment with its state: until it is confirmed it is only registered. */
export function Payments({ payments, none, act }: PaymentsProps) {
  return (
    <Card title="付款记录">
      {payments.length === 0 ? <View className="zq-text">{none}</View> : null}
      {payments.map((payment) => (
        <View className="zq-part" key={payment.paymentId}>
          <View className="zq-card__head">
            <Money fen={payment.amount} />
            <PaymentTag state={payment.state} />
          </View>
          <PaymentRows payment={payment} />
          {act?.(payment)}
        </View>
      ))}
    </Card>
  );
}

export function PaymentRows({ payment }: { payment: Payment }) {
  const { paidDay, method, note, registeredBy, disputeReason } = payment;
  return (
    <>
      <Row label="付款日">{showDay(paidDay)}</Row>
      <Row label="方式">{PAYMENT_METHOD_WORDS[method]}</Row>
      <Row label="谁登记的">{registeredBy}</Row>
      {note ? <Row label="说明">{note}</Row> : null}
      {disputeReason ? <Row label="未认可原因">{disputeReason}</Row> : null}
    </>
  );
}
