import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { recordVisit } from '../../../../shared/actions/record-visit';
import { VISIT_OUTCOME_WORDS, VISIT_OUTCOMES, type VisitOutcome } from '../../../../shared/cases/stages';
import { BigChoice, Button, Page, PhotoField, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { submit } from '../../outbox';
import type { OutboxItem } from '../../outbox-core';
import { platform } from '../../platform';
import { RECORD_VISIT } from '../../routes';
import { Submitted } from '../submitted';

const HINTS: Record<VisitOutcome, string> = {
  contacted: '人找到了，话带到了',
  willing: '愿意付，或愿意谈',
  unreachable: '没有人，电话不通',
  hardship: '想付但付不出',
};

interface Form {
  outcome: VisitOutcome | null;
  note: string;
  photos: string[];
}

/** What came of a visit: one of four big buttons; note and photos only if he likes. */
export default function RecordVisit() {
  const { taskId = '' } = useRouter().params;
  const page = `${RECORD_VISIT}?taskId=${taskId}`;
  const [form, change, clear] = useDraft<Form>(page, { outcome: null, note: '', photos: [] });
  const [sentences, setSentences] = useState<Sentences>({});
  const [busy, setBusy] = useState(false);
  const [item, setItem] = useState<OutboxItem | null>(null);
  if (item) return <Submitted title="走访结果" item={item} thanks="辛苦了，法院会看到这次走访。" />;

  async function send(): Promise<void> {
    const { photos, ...fields } = form;
    const checked = checkForm(recordVisit.input, {
      ...fields,
      taskId,
      outcome: form.outcome ?? undefined,
      visitedAt: platform.now().toISOString(),
    });
    if (!checked.ok) return setSentences(checked.sentences);
    setSentences({});
    setBusy(true);
    const written = await submit({
      action: 'record-visit',
      input: checked.input,
      title: `走访结果 · ${VISIT_OUTCOME_WORDS[checked.parsed.outcome]}`,
      page,
      draft: form,
      photos: { field: 'fileIds', purpose: 'visit-photo', paths: photos },
    });
    clear();
    setBusy(false);
    setItem(written);
  }

  return (
    <Page title="走访结果" lead="选一个结果就可以提交。没有网络也能填，连上后自动送出。" watermark>
      <BigChoice
        name="outcome"
        label="这次怎么样？"
        choices={VISIT_OUTCOMES.map((value) => ({
          value,
          word: VISIT_OUTCOME_WORDS[value],
          hint: HINTS[value],
        }))}
        value={form.outcome}
        onChoose={(outcome) => change({ outcome })}
        error={sentences.outcome}
      />
      <TextArea
        name="note"
        label="他怎么说？"
        optional
        value={form.note}
        onChange={(note) => change({ note })}
        error={sentences.note}
        placeholder="例如：下周五付五千"
      />
      <PhotoField
        name="photos"
        label="照片（选填）"
        hint="可以不拍，拍了也不评分。"
        value={form.photos}
        onChange={(photos) => change({ photos })}
      />
      <Button busy={busy} busyText="正在记下…" onTap={() => void send()}>
        提交走访结果
      </Button>
      <Button kind="quiet" onTap={() => void Taro.navigateBack()}>
        先不填，返回
      </Button>
    </Page>
  );
}
