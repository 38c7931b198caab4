import { useState } from 'react';
import { giveFeedback } from '../../../../shared/actions/give-feedback';
import { Button, Card, Notice, Page, TextArea, View } from '../../components';
import { useCourt } from '../../court';
import { useDraft } from '../../drafts';
import { checkForm } from '../../forms';
import { submit } from '../../outbox';
import type { OutboxState } from '../../outbox-core';
import { platform } from '../../platform';
import { GIVE_FEEDBACK } from '../../routes';
import { useSession } from '../../session';

/** 投诉建议: in writing for whoever is signed in, by telephone for everybody. */
export default function Feedback() {
  const { me } = useSession();
  const { phone } = useCourt();
  return (
    <Page title="投诉建议" lead="哪里不对、哪里麻烦、谁做得不好，都可以说。不会影响您的案件。">
      {me ? <FeedbackForm /> : <Notice>没有登录也能反映：请拨打下面的电话，或者到法院窗口当面说。</Notice>}
      <Card title="打电话说">
        <View className="zq-text">工作时间有人接听。</View>
        <Button kind="secondary" name="call-court" onTap={() => platform.phoneCall(phone)}>
          拨打法院 {phone}
        </Button>
      </Card>
    </Page>
  );
}

function FeedbackForm() {
  const [draft, change, clear] = useDraft(GIVE_FEEDBACK, { text: '' });
  const [wrong, setWrong] = useState<string>();
  const [ended, setEnded] = useState<OutboxState | null>(null);

  async function send(): Promise<void> {
    const checked = checkForm(giveFeedback.input, draft);
    setWrong(checked.ok ? undefined : checked.sentences.text);
    if (!checked.ok) return;
    const item = await submit({
      action: 'give-feedback',
      input: checked.input,
      title: '投诉建议',
      page: GIVE_FEEDBACK,
      draft,
    });
    setEnded(item.state);
    clear();
  }

  if (ended === 'sent') return <Notice kind="done">已送到法院。需要答复的，法院会打电话给您。</Notice>;
  if (ended === 'waiting') return <Notice>已记在手机上，连上网络后自动送出。</Notice>;
  return (
    <>
      <TextArea
        name="text"
        label="您想说什么"
        value={draft.text}
        onChange={(text) => change({ text })}
        error={wrong}
      />
      <Button name="send" onTap={() => void send()}>
        送给法院
      </Button>
    </>
  );
}
