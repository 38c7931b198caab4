import { useState } from 'react';
import type { RequestOf } from '../../../../shared/actions';
import { answerErrand } from '../../../../shared/actions/answer-errand';
import { useAct } from '../../act';
import { Button, Notice, TextArea } from '../../components';
import { checkForm } from '../../forms';
import type { ErrandProps } from './errand-card';

type Answer = RequestOf<'answer-errand'>['answer'];

const SAID: Record<Answer, string> = {
  take: '已告诉值班同事您去。到了现场，点“已到现场”。',
  decline: '已告诉值班同事您去不了，他会另外安排。',
  arrive: '已记下到场时间。办完后在下面报告结果。',
};

/** One tap; only whoever cannot go says why, so that the desk knows whom to send instead. */
export function AnswerErrand({ errand, onDone }: ErrandProps) {
  const [isDeclining, setDeclining] = useState(false);
  const { busy, sentence, run } = useAct('answer-errand');
  const isSent = errand.state === 'sent';
  async function say(answer: Answer, note = ''): Promise<void> {
    if (await run({ errandId: errand.errandId, answer, note })) onDone(SAID[answer]);
  }
  return (
    <>
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {isDeclining ? (
        <Decline
          errandId={errand.errandId}
          busy={busy}
          onSay={(note) => void say('decline', note)}
          onLeave={() => setDeclining(false)}
        />
      ) : (
        <>
          {isSent ? (
            <Button name={`take:${errand.errandId}`} busy={busy} onTap={() => void say('take')}>
              我去
            </Button>
          ) : null}
          <Button
            kind={isSent ? 'quiet' : 'primary'}
            name={`arrive:${errand.errandId}`}
            busy={busy}
            onTap={() => void say('arrive')}
          >
            已到现场
          </Button>
          <Button
            kind={isSent ? 'secondary' : 'quiet'}
            name={`decline:${errand.errandId}`}
            disabled={busy}
            onTap={() => setDeclining(true)}
          >
            去不了
          </Button>
        </>
      )}
    </>
  );
}

const NO_NOTE = '请写一句原因，值班同事好另外安排。';

interface DeclineProps {
  errandId: string;
  busy: boolean;
  onSay: (note: string) => void;
  onLeave: () => void;
}

function Decline({ errandId, busy, onSay, onLeave }: DeclineProps) {
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  function say(): void {
    const checked = checkForm(answerErrand.input, { errandId, answer: 'decline', note });
    // The contract asks nobody for a note; of whoever does not go, the server does.
    const sentence = note.trim().length < 2 ? NO_NOTE : checked.ok ? undefined : checked.sentences.note;
    setWrong(sentence);
    if (!sentence) onSay(note.trim());
  }
  return (
    <>
      <TextArea
        name={`note:${errandId}`}
        label="为什么去不了"
        placeholder="例如：正在外地办案，今天赶不回来"
        value={note}
        onChange={setNote}
        maxLength={1000}
        error={wrong}
      />
      <Button name={`say-decline:${errandId}`} busy={busy} onTap={say}>
        告诉值班同事去不了
      </Button>
      <Button kind="quiet" disabled={busy} onTap={onLeave}>
        返回，我再看看
      </Button>
    </>
  );
}
