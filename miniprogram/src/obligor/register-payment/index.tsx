import { useState } from 'react';
import { registerPayment } from '../../../../shared/actions/register-payment';
import { PAYMENT_METHOD_WORDS, PAYMENT_METHODS, type PaymentMethod } from '../../../../shared/cases/stages';
import { showYuan, yuan } from '../../../../shared/money';
import { BigChoice, Button, DayField, MoneyField, PhotoField, TextArea, View } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { AMOUNT_UNREADABLE, readYuan } from '../../parties/amount';
import { type About, CaseForm } from '../../parties/case-form';
import { Handed, useHandIn, Wrong } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { REGISTER_PAYMENT } from '../../routes';

export default function RegisterPayment() {
  return (
    <CaseForm
      title="登记已付款"
      lead="钱已经付给对方或法院，在这里记一笔。这里不收钱。"
      path={REGISTER_PAYMENT}
      ability="registerPayment"
    >
      {(about) => <Form about={about} />}
    </CaseForm>
  );
}

interface Draft {
  yuan: string;
  paidDay: string;
  method: PaymentMethod | null;
  note: string;
  photos: string[];
}

const METHODS = PAYMENT_METHODS.map((value) => ({ value, word: PAYMENT_METHOD_WORDS[value] }));

function Form({ about }: { about: About }) {
  const { caseId, today, total, effectiveDay, onBehalf, page } = about;
  const empty = { yuan: '', paidDay: today, method: null, note: '', photos: [] };
  const [draft, change, clear] = useDraft<Draft>(page, empty);
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, item, handIn } = useHandIn();

  function fill(part: Partial<Draft>): void {
    change(part);
    setWrong({});
  }

  async function hand(): Promise<void> {
    const { photos, yuan: typed, ...fields } = draft;
    const checked = checkForm(registerPayment.input, {
      ...fields,
      caseId,
      onBehalf,
      amount: readYuan(typed),
    });
    if (!checked.ok) return setWrong(inWordsOf(checked.sentences));
    setWrong({});
    const left = await handIn({
      action: 'register-payment',
      input: checked.input,
      title: `登记已付款 ${typed}元`,
      page,
      draft,
      photos: { field: 'fileIds', purpose: 'payment-proof', paths: photos },
    });
    if (left) clear();
  }

  if (item) {
    return (
      <Handed
        item={item}
        done="已登记。对方或法院确认收到后才算数，结果会告诉您。"
        back={about.backWord}
        onBack={about.back}
      />
    );
  }
  return (
    <>
      <MoneyField
        name="amount"
        label="付了多少钱"
        hint={total ? `现在应付大约 ${showYuan(total)} 元，以法院核算为准` : undefined}
        value={draft.yuan}
        onChange={(text) => fill({ yuan: text })}
        error={wrong.amount}
      />
      {total ? (
        <View className="zq-field">
          <Button small kind="secondary" onTap={() => fill({ yuan: yuan(total) })}>
            全部付清了，填 {showYuan(total)}
          </Button>
        </View>
      ) : null}
      <DayField
        name="paidDay"
        label="哪一天付的"
        value={draft.paidDay}
        from={effectiveDay}
        to={today}
        onChange={(paidDay) => fill({ paidDay })}
        error={wrong.paidDay}
      />
      <BigChoice
        name="method"
        label="怎样付的"
        choices={METHODS}
        value={draft.method}
        onChoose={(method) => fill({ method })}
        error={wrong.method}
      />
      <PhotoField
        name="photos"
        label="付款凭证照片（选填）"
        hint="回单、转账截图、收条都可以。没有也能登记。"
        value={draft.photos}
        onChange={(photos) => fill({ photos })}
      />
      <TextArea
        name="note"
        label="说明"
        optional
        value={draft.note}
        onChange={(note) => fill({ note })}
        error={wrong.note}
      />
      <Wrong sentences={wrong} sentence={sentence} />
      <Button busy={busy} busyText="正在提交…" onTap={() => void hand()}>
        提交登记
      </Button>
      <OtherWays>
        拨打下方法院电话，或者带上收条、回单到法院窗口登记；也可以请村里的联络员代为登记。
      </OtherWays>
    </>
  );
}

/** The contract counts in fen; people read yuan. */
const inWordsOf = (sentences: Sentences): Sentences =>
  sentences.amount ? { ...sentences, amount: AMOUNT_UNREADABLE } : sentences;
