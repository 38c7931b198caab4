import { useState } from 'react';
import { disputePayment } from '../../../../shared/actions/dispute-payment';
import { showYuan } from '../../../../shared/money';
import { BigChoice, Button, Card, Money, Notice, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm } from '../../forms';
import { Handed, useHandIn } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { type CaseRecord, restAfter } from '../../parties/owed';
import { PaymentRows, PaymentTag } from '../../parties/payments';
import { Proofs } from './proofs';
import { SettlesInFull } from './settles-in-full';

interface Draft {
  came: 'yes' | 'no' | null;
  settlesInFull: boolean;
  reason: string;
}

const CHOICES = [
  { value: 'yes', word: '收到了', hint: '钱已到手，金额也对' },
  { value: 'no', word: '没收到，或金额不对', hint: '写明情况，法院会核实' },
] as const;

const EMPTY: Draft = { came: null, settlesInFull: false, reason: '' };

export interface DecisionProps {
  payment: CaseRecord['payments'][number];
  record: CaseRecord;
  page: string;
  back: () => void;
  /** Reads the case again, to learn whether it closed. */
  reload: () => void;
}

export function Decision({ payment, record, page, back, reload }: DecisionProps) {
  const { paymentId, amount, state, fileIds } = payment;
  const [draft, change, clear] = useDraft<Draft>(page, EMPTY);
  const [decided, setDecided] = useState<Draft | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, sentence, item, handIn } = useHandIn();

  async function confirm(): Promise<void> {
    const input = { paymentId, settlesInFull: draft.settlesInFull };
    const title = `确认收到 ${showYuan(amount)} 元`;
    if (await handIn({ action: 'confirm-payment', input, title, page, draft })) finish();
  }

  async function dispute(): Promise<void> {
    const checked = checkForm(disputePayment.input, { paymentId, reason: draft.reason });
    if (!checked.ok) return setWrong(checked.sentences.reason);
    const title = `没收到 ${showYuan(amount)} 元`;
    if (await handIn({ action: 'dispute-payment', input: checked.input, title, page, draft })) finish();
  }

  function finish(): void {
    setDecided(draft);
    clear();
    reload();
  }

  if (item && decided)
    return <Handed item={item} done={doneWords(decided, record.status === 'performed')} onBack={back} />;
  const open = state === 'registered' || state === 'disputed';
  return (
    <>
      <Card title="对方登记的付款" tag={<PaymentTag state={state} />}>
        <Money fen={amount} large />
        <PaymentRows payment={payment} />
        <Proofs fileIds={fileIds} />
      </Card>
      {open ? null : <Button onTap={back}>这一笔已有结果，回到案件</Button>}
      {open ? (
        <BigChoice
          name="came"
          label="这笔钱收到了吗"
          choices={state === 'disputed' ? CHOICES.slice(0, 1) : CHOICES}
          value={draft.came}
          onChoose={(came) => change({ came })}
        />
      ) : null}
      {open && draft.came === 'yes' ? (
        <SettlesInFull
          rest={restAfter(record.statement, record.dueDay, payment)}
          value={draft.settlesInFull}
          onChange={(settlesInFull) => change({ settlesInFull })}
        />
      ) : null}
      {open && draft.came === 'no' ? (
        <TextArea
          name="reason"
          label="什么情况"
          hint="例如：银行没有到账；只收到三千"
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={wrong}
        />
      ) : null}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      {open && draft.came === 'yes' ? (
        <Button busy={busy} busyText="正在提交…" onTap={() => void confirm()}>
          {draft.settlesInFull ? '确认收到，双方再无欠款' : '确认收到这一笔'}
        </Button>
      ) : null}
      {open && draft.came === 'no' ? (
        <Button busy={busy} busyText="正在提交…" onTap={() => void dispute()}>
          告诉法院，请法院核实
        </Button>
      ) : null}
      <OtherWays>拨打下方法院电话，或者到法院窗口说明收到没有。</OtherWays>
    </>
  );
}

function doneWords({ came }: Draft, performed: boolean): string {
  if (came === 'no') return '已告诉法院。法院核实后会告诉双方，在此之前这一笔不算数。';
  if (performed) return '已确认，案件办结，自动履行证明书已经出具。';
  return '已确认收到这一笔。全部付清后案件自动办结。';
}
