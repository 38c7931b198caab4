import { useState } from 'react';
import { LONGEST_NOTICE_DAYS, unpublishableIn } from '../../../../shared/cases/bounty-notice';
import { addDays, dayAt } from '../../../../shared/day';
import { BigChoice, Button, DayField, Field, TextArea } from '../../components';
import { platform } from '../../platform';
import { DeedForm } from '../deed-form';
import { type Bounty, draftText } from './words';

export interface StepProps {
  bounty: Bounty;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const DECISIONS = [
  { value: 'granted', word: '同意', hint: '写好公告，再由另一个人审核' },
  { value: 'refused', word: '不同意', hint: '要写理由' },
] as const;

/** The court's decision, and the text where it grants it. A text that came back is changed, not written anew. */
export function Decide({ bounty, onDone, onLeave }: StepProps) {
  const [decision, decide] = useState<'granted' | 'refused' | null>(null);
  const [text, setText] = useState(bounty.text ?? draftText(bounty));
  const [expiresDay, setExpiresDay] = useState<string>(bounty.expiresDay ?? '');
  const [personDecision, setPersonDecision] = useState('');
  const [note, setNote] = useState('');
  const today = dayAt(platform.now());
  const isGranted = decision === 'granted';
  const isPerson = bounty.sought === 'person';
  const bad = unpublishableIn(text, []);
  const granted = {
    text,
    expiresDay: expiresDay || undefined,
    // The contract does not know what is sought; null is no answer to it, so the field asks for the number.
    personDecision: isPerson ? personDecision.trim() || null : undefined,
  };
  return (
    <>
      <DeedForm
        action="decide-bounty"
        input={{
          bountyId: bounty.bountyId,
          decision: decision ?? undefined,
          ...(isGranted ? granted : {}),
          note,
        }}
        submit={isGranted ? '送另一个人审核' : '提交决定'}
        done={() => '已决定。'}
        onDone={() =>
          onDone(
            isGranted
              ? `${bounty.caseNumber}：公告已写好，请另一位法官或院领导审核发布。`
              : `${bounty.caseNumber}：没有同意，申请执行人会看到理由。`,
          )
        }
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="是否同意发布悬赏公告"
              choices={DECISIONS}
              value={decision}
              onChoose={decide}
              error={sentences.decision}
            />
            {isGranted ? (
              <>
                <TextArea
                  name="text"
                  label="公告内容"
                  hint="人人都能看到。不写地址、电话、证件号码，也不写申请执行人的姓名"
                  value={text}
                  onChange={setText}
                  maxLength={1000}
                  error={sentences.text ?? badSentence(bad)}
                />
                <DayField
                  name="expiresDay"
                  label="公告到哪一天"
                  hint={`最长 ${LONGEST_NOTICE_DAYS} 天`}
                  value={expiresDay}
                  onChange={setExpiresDay}
                  from={today}
                  to={addDays(today, LONGEST_NOTICE_DAYS)}
                  error={sentences.expiresDay}
                />
              </>
            ) : null}
            {isGranted && isPerson ? (
              <Field
                name="personDecision"
                label="准许征集人员下落的书面决定文号"
                hint="征集人员下落，要先有法院的书面决定"
                value={personDecision}
                onChange={setPersonDecision}
                maxLength={60}
                error={sentences.personDecision && '请填写书面决定的文号；没有书面决定的，不能征集人员下落。'}
              />
            ) : null}
            <TextArea
              name="note"
              label={isGranted ? '给申请执行人的话' : '理由'}
              optional={isGranted}
              value={note}
              onChange={setNote}
              maxLength={1000}
              error={sentences.note}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不决定
      </Button>
    </>
  );
}

const badSentence = (bad: readonly string[]): string | undefined =>
  bad.length === 0 ? undefined : `公告里不能有${bad.join('、')}，请删去。`;
