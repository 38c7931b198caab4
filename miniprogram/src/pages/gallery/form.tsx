import { useState } from 'react';
import { DayField, Field, MoneyField, PhotoField, TextArea } from '../../components';

/** The fields, one of each, one of them wrong. */
export function GalleryForm() {
  const [code, setCode] = useState('');
  const [amount, setAmount] = useState('五千');
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  return (
    <>
      <Field
        name="code"
        label="短信里的查询码"
        hint="8 位数字，例如 1234 5678"
        kind="digits"
        value={code}
        onChange={setCode}
      />
      <MoneyField
        name="amount"
        label="付了多少"
        value={amount}
        onChange={setAmount}
        error="金额看不清，请填数字，例如 5000 或 1234.50。"
      />
      <DayField name="paidDay" label="哪天付的" value={day} onChange={setDay} />
      <TextArea
        name="note"
        label="补充说明"
        optional
        value={note}
        onChange={setNote}
        placeholder="想到什么写什么"
      />
      <PhotoField name="photos" label="付款凭证" hint="可以不传。" value={photos} onChange={setPhotos} />
    </>
  );
}
