import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { addDays, showDay } from '../../../../shared/day';
import type { LadderPolicy } from '../../../../shared/reminders/ladder-policy';
import { useAct } from '../../act';
import { Button, Card, DayField, Notice } from '../../components';
import { checkLadder, formOf, type LadderForm } from './ladder-form';
import { PreviewLadder } from './preview';
import { Rungs } from './rungs';
import { Digest, Tasks } from './tasks';

interface EditorProps {
  ladder: OutputOf<'get-ladder'>;
  onSaved: () => void;
}

/** The ladder in fields, and below it what it would do to a case. */
export function Editor({ ladder, onSaved }: EditorProps) {
  const tomorrow = addDays(ladder.today, 1);
  const [form, setForm] = useState(() => formOf(ladder.draft, tomorrow));
  const [saved, setSaved] = useState<string | null>(null);
  const act = useAct('save-ladder');
  const { policy, validFrom, wrongs } = checkLadder(form, tomorrow);
  const change = (part: Partial<LadderForm>) => {
    setSaved(null);
    setForm((now) => ({ ...now, ...part }));
  };
  const startFrom = (start: LadderPolicy) => change(formOf(start, validFrom ?? tomorrow));
  const count = Object.values(wrongs).flat().length;
  async function save(): Promise<void> {
    if (count > 0 || !policy || !validFrom) return;
    const answer = await act.run({ validFrom, policy });
    if (!answer) return;
    setSaved(`已保存为第${answer.version}版，${showDay(answer.validFrom)}起生效。`);
    onSaved();
  }
  const part = { form, onChange: change, wrongs };
  const begun = ladder.versions.find(({ state }) => state !== 'unreadable');
  return (
    <>
      {begun?.state === 'coming' ? (
        <Notice>{`下面是还没到日子的第${begun.version}版，可以接着改。`}</Notice>
      ) : null}
      <Rungs
        around="aroundDue"
        rungs={form.aroundDue}
        onChange={(aroundDue) => change({ aroundDue })}
        wrongs={wrongs}
      />
      <Rungs
        around="aroundInstalment"
        rungs={form.aroundInstalment}
        onChange={(aroundInstalment) => change({ aroundInstalment })}
        wrongs={wrongs}
      />
      <Tasks {...part} />
      <Digest {...part} />
      <Card title="保存">
        <DayField
          name="validFrom"
          label="从哪一天起生效"
          hint="最早从明天起。今天的提醒照原来的办法发完。"
          value={form.validFrom}
          from={tomorrow}
          onChange={(day) => change({ validFrom: day })}
          error={wrongs.validFrom?.[0]}
        />
        {(wrongs.all ?? []).map((sentence) => (
          <Notice kind="warning" key={sentence}>
            {sentence}
          </Notice>
        ))}
        {count > 0 ? <Notice kind="warning">{`还有 ${count} 处要改，改好才能保存。`}</Notice> : null}
        {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
        {saved ? <Notice kind="done">{saved}</Notice> : null}
        <Button name="save-ladder" busy={act.busy} disabled={count > 0} onTap={() => void save()}>
          保存为新的一版
        </Button>
        <Button kind="quiet" small onTap={() => startFrom(ladder.inUse.policy)}>
          从现在用的重新改起
        </Button>
      </Card>
      <PreviewLadder policy={policy} />
    </>
  );
}
