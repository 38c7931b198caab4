import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { Button, Card, Row, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';

interface CardProps {
  excluded: OutputOf<'list-tip-exclusions'>['exclusions'][number];
  onDone: (sentence: string) => void;
}

export function ExcludedCard({ excluded, onDone }: CardProps) {
  const [isLifting, lift] = useState(false);
  const { accountId, caseId, name, caseNumber } = excluded;
  return (
    <Card title={name}>
      <Row label="回避案件">{caseNumber}</Row>
      <Row label="原因">{excluded.reason}</Row>
      <Row label="登记时间">{showMoment(new Date(excluded.at))}</Row>
      {isLifting ? (
        <Lift
          input={{ accountId, caseId, excluded: false }}
          onDone={() => onDone(`${name}：不再回避 ${caseNumber}。`)}
          onLeave={() => lift(false)}
        />
      ) : (
        <Button small kind="secondary" name={`lift:${accountId}:${caseId}`} onTap={() => lift(true)}>
          不用再回避
        </Button>
      )}
    </Card>
  );
}

interface LiftProps {
  input: { accountId: string; caseId: string; excluded: false };
  onDone: () => void;
  onLeave: () => void;
}

function Lift({ input, onDone, onLeave }: LiftProps) {
  const [reason, setReason] = useState('');
  return (
    <>
      <DeedForm
        action="exclude-from-tips"
        input={{ ...input, reason }}
        submit="登记不再回避"
        done={() => '已登记。'}
        onDone={onDone}
      >
        {(sentences) => (
          <TextArea
            name="reason"
            label="为什么不用再回避"
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={sentences.reason}
          />
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        还要回避
      </Button>
    </>
  );
}
