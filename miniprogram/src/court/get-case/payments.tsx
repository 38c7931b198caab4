import { useState } from 'react';
import { PAYMENT_METHOD_WORDS, PAYMENT_STATE_WORDS, PLAN_STATE_WORDS } from '../../../../shared/cases/stages';
import { showDay } from '../../../../shared/day';
import { Card, Money, Row, Tag, TextArea, View } from '../../components';
import { DeedForm } from '../deed-form';
import { CaseFiles } from './case-files';
import type { CourtCase, PartProps } from './index';

type Payment = CourtCase['record']['payments'][number];

const TONES = { registered: 'going', confirmed: 'done', disputed: 'late', rejected: 'stopped' } as const;

/** What was registered, who confirmed it, and the instalments that were agreed. */
export function Payments({ found, reload }: PartProps) {
  const { payments, plans, can } = found.record;
  return (
    <>
      {payments.map((payment) => (
        <Card
          key={payment.paymentId}
          title="登记的履行"
          tag={<Tag tone={TONES[payment.state]}>{PAYMENT_STATE_WORDS[payment.state]}</Tag>}
        >
          <Row label="金额">
            <Money fen={payment.amount} />
          </Row>
          <Row label="哪天付的">{showDay(payment.paidDay)}</Row>
          <Row label="方式">{PAYMENT_METHOD_WORDS[payment.method]}</Row>
          <Row label="谁登记的">{payment.registeredBy}</Row>
          {payment.note ? <Row label="说明">{payment.note}</Row> : null}
          {payment.disputeReason ? <Row label="权利人说">{payment.disputeReason}</Row> : null}
          <CaseFiles fileIds={payment.fileIds} />
          {can.decidePayment && (payment.state === 'registered' || payment.state === 'disputed') ? (
            <Decide payment={payment} reload={reload} />
          ) : null}
        </Card>
      ))}
      {plans.map((plan) => (
        <Card key={plan.planId} title="分期方案" tag={<Tag tone="going">{PLAN_STATE_WORDS[plan.state]}</Tag>}>
          <Row label="谁提出的">{plan.proposedBy}</Row>
          {plan.instalments.map(({ dueDay, amount }) => (
            <Row label={showDay(dueDay)} key={dueDay}>
              <Money fen={amount} />
            </Row>
          ))}
          {plan.note ? <View className="zq-text">{plan.note}</View> : null}
        </Card>
      ))}
    </>
  );
}

/** The court decides on evidence, which it names. */
function Decide({ payment, reload }: { payment: Payment; reload: () => void }) {
  const [evidence, setEvidence] = useState('');
  const { paymentId } = payment;
  return (
    <>
      <TextArea
        name={`evidence-${paymentId}`}
        label="核实依据"
        hint="例如：案款账户到账记录、银行回单"
        value={evidence}
        onChange={setEvidence}
      />
      <DeedForm
        action="confirm-payment"
        input={{ paymentId, evidence }}
        submit="核实已收到"
        done={({ certificateNumber }) =>
          certificateNumber ? `已付清，证明书 ${certificateNumber} 已生成。` : '已确认。'
        }
        onDone={reload}
      >
        {() => null}
      </DeedForm>
      {payment.state === 'disputed' ? (
        <DeedForm
          action="reject-payment"
          input={{ paymentId, reason: evidence }}
          submit="核实未收到"
          done={() => '已记为未收到，并告知双方。'}
          onDone={reload}
          kind="danger"
        >
          {(sentences) =>
            sentences.reason ? <View className="zq-field__error">{sentences.reason}</View> : null
          }
        </DeedForm>
      ) : null}
    </>
  );
}
