import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { declineTask } from '../../../../shared/actions/decline-task';
import { Button, Page, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { submit } from '../../outbox';
import type { OutboxItem } from '../../outbox-core';
import { DECLINE_TASK } from '../../routes';
import { Submitted } from '../submitted';

const USUAL = ['不是我们村的人', '人已经搬走了', '我和当事人是亲戚', '我已不负责这一片'];

/** Gives a task back, with a reason; the court settles where it belongs. */
export default function DeclineTask() {
  const { taskId = '' } = useRouter().params;
  const page = `${DECLINE_TASK}?taskId=${taskId}`;
  const [form, change, clear] = useDraft(page, { reason: '' });
  const [sentences, setSentences] = useState<Sentences>({});
  const [busy, setBusy] = useState(false);
  const [item, setItem] = useState<OutboxItem | null>(null);
  if (item) return <Submitted title="不该我办" item={item} thanks="法院会重新安排。" />;

  async function send(): Promise<void> {
    const checked = checkForm(declineTask.input, { taskId, reason: form.reason });
    if (!checked.ok) return setSentences(checked.sentences);
    setSentences({});
    setBusy(true);
    const written = await submit({
      action: 'decline-task',
      input: checked.input,
      title: '退回一件事',
      page,
      draft: form,
    });
    clear();
    setBusy(false);
    setItem(written);
  }

  return (
    <Page title="不该我办" lead="说一句原因，法院会重新安排，不影响对您的评价。" watermark>
      {USUAL.map((reason) => (
        <Button kind="secondary" small key={reason} onTap={() => change({ reason })}>
          {reason}
        </Button>
      ))}
      <TextArea
        name="reason"
        label="原因"
        value={form.reason}
        onChange={(reason) => change({ reason })}
        error={sentences.reason}
      />
      <Button busy={busy} busyText="正在记下…" onTap={() => void send()}>
        退回这件事
      </Button>
    </Page>
  );
}
