import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { reportErrand } from '../../../../shared/actions/report-errand';
import { ERRAND_OUTCOME_WORDS, ERRAND_OUTCOMES, type ErrandOutcome } from '../../../../shared/cases/tip';
import { useAct } from '../../act';
import { BigChoice, Button, Notice, PhotoField, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { platform } from '../../platform';
import { ERRANDS } from '../../routes';
import { Evidence } from '../evidence';
import type { ErrandProps } from './errand-card';
import { useUploads } from './use-uploads';

interface Form {
  outcome: ErrandOutcome | null;
  note: string;
  photos: string[];
}

const OUTCOMES = ERRAND_OUTCOMES.map((value) => ({ value, word: ERRAND_OUTCOME_WORDS[value] }));

/** What came of it. Kept as a draft, because the camera may close the app. */
export function ReportErrand({ errand: { errandId }, onDone }: ErrandProps) {
  const empty: Form = { outcome: null, note: '', photos: [] };
  const [form, change, clear] = useDraft<Form>(`${ERRANDS}?errandId=${errandId}`, empty);
  const [sentences, setSentences] = useState<Sentences>({});
  const [sent, setSent] = useState<OutputOf<'report-errand'>['evidence'] | null>(null);
  const uploads = useUploads();
  const act = useAct('report-errand');

  async function send(): Promise<void> {
    const input = { errandId, outcome: form.outcome ?? undefined, note: form.note, fileIds: [] };
    const checked = checkForm(reportErrand.input, input);
    setSentences(checked.ok ? {} : checked.sentences);
    const fileIds = checked.ok ? await uploads.send(form.photos) : null;
    if (!checked.ok || !fileIds) return;
    const answer = await act.run({ ...checked.input, fileIds });
    if (!answer) return;
    // The court has them now; they need not stay on his telephone.
    for (const path of form.photos) platform.files.remove(path).catch(() => {});
    clear();
    setSent(answer.evidence);
    onDone('已报告，值班同事会看到。谢谢您，辛苦了。');
  }

  if (sent) {
    return (
      <>
        <Notice kind="done">已报告。下面是照片的指纹和收到的时间。</Notice>
        <Evidence photos={sent} />
      </>
    );
  }
  const sentence = uploads.sentence ?? act.sentence;
  return (
    <>
      <BigChoice
        name="outcome"
        label="现场怎么样？"
        choices={OUTCOMES}
        value={form.outcome}
        onChoose={(outcome) => change({ outcome })}
        error={sentences.outcome}
      />
      <TextArea
        name={`note:${errandId}`}
        label="说明"
        value={form.note}
        onChange={(note) => change({ note })}
        maxLength={1000}
        error={sentences.note}
        optional
      />
      <PhotoField
        name="photos"
        label="现场照片（选填）"
        hint="传到法院后算出指纹，作为证据保存。"
        value={form.photos}
        onChange={(photos) => change({ photos })}
        error={sentences.fileIds}
      />
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <Button
        name={`report:${errandId}`}
        busy={uploads.busy || act.busy}
        busyText={uploads.busy ? '正在传照片…' : '正在报告…'}
        onTap={() => void send()}
      >
        报告结果
      </Button>
    </>
  );
}
