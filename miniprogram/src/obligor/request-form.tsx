import { useState } from 'react';
import { registerObjection } from '../../../shared/actions/register-objection';
import { BigChoice, Button, Notice, PhotoField, TextArea } from '../components';
import { useDraft } from '../drafts';
import { checkForm, type Sentences } from '../forms';
import type { About } from '../parties/case-form';
import { Handed, useHandIn, Wrong } from '../parties/hand-in';
import { OtherWays } from '../parties/other-ways';

export interface RequestFormProps {
  about: About;
  action: 'register-objection' | 'report-hardship';
  title: string;
  question: string;
  reasons: readonly string[];
  /** What to write, in the person's own words. */
  ask: string;
  askHint: string;
  photoHint: string;
  submit: string;
  done: string;
}

interface Draft {
  reason: string | null;
  words: string;
  photos: string[];
}

/** An objection or a hardship: a reason in one tap, the story in his own words, photos if he likes. */
export function RequestForm(props: RequestFormProps) {
  const { about, action, title, reasons } = props;
  const { caseId, page, onBehalf } = about;
  const [draft, change, clear] = useDraft<Draft>(page, { reason: null, words: '', photos: [] });
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, item, handIn } = useHandIn();

  function fill(part: Partial<Draft>): void {
    change(part);
    setWrong({});
  }

  async function hand(): Promise<void> {
    const { reason, words, photos } = draft;
    if (!reason) return setWrong({ reason: '请先选一种情况。' });
    if (words.trim().length < 2) return setWrong({ text: '请用一两句话写明情况。' });
    // Both contracts ask for the same; the reason stands before what was written.
    const input = { caseId, text: `${reason}：${words.trim()}`, onBehalf };
    const checked = checkForm(registerObjection.input, input);
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const left = await handIn({
      action,
      input: checked.input,
      title,
      page,
      draft,
      photos: { field: 'fileIds', purpose: 'request-evidence', paths: photos },
    });
    if (left) clear();
  }

  if (item) return <Handed item={item} done={props.done} back={about.backWord} onBack={about.back} />;
  return (
    <>
      <BigChoice
        name="reason"
        label={props.question}
        choices={reasons.map((value) => ({ value, word: value }))}
        value={draft.reason}
        onChoose={(reason) => fill({ reason })}
        error={wrong.reason}
      />
      <TextArea
        name="text"
        label={props.ask}
        hint={props.askHint}
        maxLength={900}
        value={draft.words}
        onChange={(words) => fill({ words })}
        error={wrong.text}
      />
      <PhotoField
        name="photos"
        label="材料照片（选填）"
        hint={props.photoHint}
        value={draft.photos}
        onChange={(photos) => fill({ photos })}
      />
      <Notice>提交后，在法院答复之前暂停提醒。期限和利息不因此停止，对方申请执行的权利也不受影响。</Notice>
      <Wrong sentences={wrong} sentence={sentence} />
      <Button busy={busy} busyText="正在提交…" onTap={() => void hand()}>
        {props.submit}
      </Button>
      <OtherWays>拨打下方法院电话说明，或者把书面材料交到法院窗口；也可以请村里的联络员代为转达。</OtherWays>
    </>
  );
}
