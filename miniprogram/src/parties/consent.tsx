import { useState } from 'react';
import type { RequestOf } from '../../../shared/actions';
import { onBehalf } from '../../../shared/actions/fields';
import { BigChoice, Button, Notice, TextArea } from '../components';
import { checkForm, type Sentences } from '../forms';

export type OnBehalf = NonNullable<RequestOf<'register-payment'>['onBehalf']>;

const RELATIONS = [
  { value: 'liaison', word: '我是联络员、网格员' },
  { value: 'family', word: '我是他的家属' },
  { value: 'other', word: '其他关系' },
] as const;

const CONSENTS = [
  { value: 'in-person', word: '当面同意', hint: '他本人在场，亲口答应' },
  { value: 'by-phone', word: '电话里同意', hint: '打的是他本人的电话' },
  { value: 'written', word: '书面同意', hint: '有他签字的委托或字条' },
] as const;

/** Before anything is done for somebody: who does it, and how he agreed. Both are kept (feature 39). */
export function Consent({ onGiven }: { onGiven: (given: OnBehalf) => void }) {
  const [relation, setRelation] = useState<OnBehalf['relation'] | null>(null);
  const [consent, setConsent] = useState<OnBehalf['consent'] | null>(null);
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<Sentences>({});

  function go(): void {
    const checked = checkForm(onBehalf, { relation, consent, note });
    if (checked.ok) onGiven(checked.input);
    else setWrong(checked.sentences);
  }

  return (
    <>
      <Notice>您在代义务人本人办理。要他自己同意才能办，法院会记下谁代办、他怎样同意的。</Notice>
      <BigChoice
        name="relation"
        label="您与义务人的关系"
        choices={RELATIONS}
        value={relation}
        onChoose={setRelation}
        error={wrong.relation}
      />
      <BigChoice
        name="consent"
        label="他怎样同意的"
        choices={CONSENTS}
        value={consent}
        onChoose={setConsent}
        error={wrong.consent}
      />
      <TextArea
        name="consentNote"
        label="补充说明"
        optional
        value={note}
        onChange={setNote}
        error={wrong.note}
      />
      <Button onTap={go}>本人已同意，继续填写</Button>
    </>
  );
}
