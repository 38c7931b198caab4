import { useState } from 'react';
import { Button, TextArea } from '../../components';
import { DeedForm } from '../deed-form';
import type { StepProps } from './decide';

export function TakeDown({ bounty, onDone, onLeave }: StepProps) {
  const [reason, setReason] = useState('');
  return (
    <>
      <DeedForm
        action="take-down-bounty"
        kind="danger"
        input={{ bountyId: bounty.bountyId, reason }}
        submit="撤下这份公告"
        done={() => '已撤下。'}
        onDone={() =>
          onDone(`${bounty.number ?? bounty.caseNumber}：已撤下，网上看不到了。张贴出去的请取下。`)
        }
      >
        {(sentences) => (
          <TextArea
            name="reason"
            label="为什么撤下"
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={sentences.reason}
          />
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不撤下
      </Button>
    </>
  );
}
