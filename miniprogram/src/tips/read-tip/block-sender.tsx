import { useState } from 'react';
import { Notice, TextArea } from '../../components';
import { Chips } from '../../court/chips';
import { DeedForm } from '../../court/deed-form';
import type { PartProps } from '.';
import { Folded } from './folded';

const DAYS = [
  { value: '1', word: '1 天' },
  { value: '7', word: '7 天' },
  { value: '30', word: '30 天' },
  { value: '90', word: '90 天' },
] as const;

/** Nobody learns whose telephone it is, neither here nor there. */
export function BlockSender({ tip, onDone }: PartProps) {
  if (tip.isBlocked) {
    return (
      <>
        <Notice kind="warning">现在不收这部手机提交的线索。</Notice>
        <Folded word="恢复接收" name="unblock">
          <Block tip={tip} onDone={onDone} />
        </Folded>
      </>
    );
  }
  return (
    <Folded word="暂停接收这部手机的线索" name="block">
      <Block tip={tip} onDone={onDone} />
    </Folded>
  );
}

function Block({ tip, onDone }: PartProps) {
  const [days, choose] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { tipId, isBlocked } = tip;
  return (
    <DeedForm
      action="block-tip-sender"
      input={{ tipId, days: isBlocked ? 0 : days === null ? undefined : Number(days), reason }}
      submit={isBlocked ? '恢复接收' : '暂停接收'}
      kind={isBlocked ? 'secondary' : 'danger'}
      done={() => '已办好。'}
      onDone={() => onDone(isBlocked ? '已恢复接收这部手机的线索。' : '已暂停接收这部手机的线索。')}
    >
      {(sentences) => (
        <>
          {isBlocked ? null : (
            <Chips
              name="days"
              label="停多久"
              choices={DAYS}
              chosen={days === null ? [] : [days]}
              onTap={choose}
              error={sentences.days && '请选择停多久。'}
            />
          )}
          <TextArea
            name="block-reason"
            label="原因"
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={sentences.reason}
          />
        </>
      )}
    </DeedForm>
  );
}
