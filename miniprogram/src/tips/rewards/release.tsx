import { useState } from 'react';
import { Button, Field } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { StepProps } from './decide';

/** A liaison takes the reward only by the court's written decision, whose number stands in the record. */
export function Release({ reward, onDone, onLeave }: StepProps) {
  const [document, setDocument] = useState('');
  return (
    <>
      <DeedForm
        action="release-payee"
        input={{ rewardId: reward.rewardId, document }}
        submit="登记书面放行"
        done={() => '已放行。'}
        onDone={() => onDone(`线索 ${reward.number} 号：已放行，身份保管员可以发放。`)}
      >
        {(sentences) => (
          <Field
            name="document"
            label="法院书面决定的文号"
            hint="没有书面决定的，不能放行"
            value={document}
            onChange={setDocument}
            maxLength={60}
            error={sentences.document}
          />
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不放行
      </Button>
    </>
  );
}
