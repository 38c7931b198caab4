import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { Button, Card, TextArea, View } from '../../components';
import { CasePicker } from '../../court/case-picker';
import { Wrong } from '../../court/chips';
import { DeedForm } from '../../court/deed-form';
import { StaffPicker } from './staff-picker';

export type Staff = OutputOf<'list-tip-exclusions'>['staff'];

interface ExcludeProps {
  staff: Staff;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

export function Exclude({ staff, onDone, onLeave }: ExcludeProps) {
  const [person, choose] = useState<Staff[number] | null>(null);
  const [picked, pick] = useState<{ caseId: string; caseNumber: string } | null>(null);
  const [reason, setReason] = useState('');
  const input = { accountId: person?.accountId, caseId: picked?.caseId, excluded: true, reason };
  return (
    <Card title="让一个人回避">
      <DeedForm
        action="exclude-from-tips"
        input={input}
        submit="登记回避"
        done={() => '已登记。'}
        onDone={() => onDone(`${person?.name}：已回避 ${picked?.caseNumber}，马上看不到这件案件的线索。`)}
      >
        {(sentences) => (
          <>
            <View className="zq-field">
              <View className="zq-field__label">谁回避</View>
              {person ? (
                <Picked
                  words={`${person.name}（${person.roles}）`}
                  other="换一个人"
                  onOther={() => choose(null)}
                />
              ) : (
                <StaffPicker staff={staff} onPick={choose} />
              )}
              <Wrong sentences={sentences.accountId ? ['请选择谁回避。'] : []} />
            </View>
            <View className="zq-field">
              <View className="zq-field__label">回避哪一件案件</View>
              {picked ? (
                <Picked words={picked.caseNumber} other="换一件案件" onOther={() => pick(null)} />
              ) : (
                <CasePicker onPick={pick} />
              )}
              <Wrong sentences={sentences.caseId ? ['请选择回避哪一件案件。'] : []} />
            </View>
            <TextArea
              name="reason"
              label="原因"
              value={reason}
              onChange={setReason}
              maxLength={1000}
              error={sentences.reason}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不登记
      </Button>
    </Card>
  );
}

function Picked({ words, other, onOther }: { words: string; other: string; onOther: () => void }) {
  return (
    <View className="zq-add">
      <View className="zq-strong">{words}</View>
      <Button small kind="quiet" onTap={onOther}>
        {other}
      </Button>
    </View>
  );
}
