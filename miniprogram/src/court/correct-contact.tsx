import { useState } from 'react';
import { Field } from '../components';
import { DeedForm } from './deed-form';

interface CorrectContactProps {
  partyId: string;
  /** Whether the court has no ID number of his. */
  lacksIdNumber: boolean;
  onDone: () => void;
}

/** A new number, and where it came from. */
export function CorrectContact({ partyId, lacksIdNumber, onDone }: CorrectContactProps) {
  const [phone, setPhone] = useState('');
  const [source, setSource] = useState('');
  const [idNumber, setIdNumber] = useState('');
  return (
    <DeedForm
      action="correct-contact"
      input={{ partyId, phone, source, idNumber: idNumber || undefined }}
      submit="保存新电话"
      done={() => '已更正，没发出的提醒会重新发。'}
      onDone={onDone}
    >
      {(sentences) => (
        <>
          <Field
            name="phone"
            label="新电话"
            kind="phone"
            value={phone}
            onChange={setPhone}
            error={sentences.phone}
          />
          <Field
            name="source"
            label="从哪里知道的"
            value={source}
            onChange={setSource}
            error={sentences.source}
            placeholder="例如：本人来电核对"
          />
          {lacksIdNumber ? (
            <Field
              name="idNumber"
              label="证件号码"
              optional
              hint="没有登记证件的，补上以后本人才能用查询码查看"
              value={idNumber}
              onChange={setIdNumber}
              error={sentences.idNumber}
            />
          ) : null}
        </>
      )}
    </DeedForm>
  );
}
