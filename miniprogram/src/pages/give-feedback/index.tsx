import { useState } from 'react';
import { giveFeedback } from '../../../../shared/actions/give-feedback';
import { Button, Notice, Page, TextArea, View } from '../../components';
import { useCourt } from '../../court';
import { useDraft } from '../../drafts';
import { checkForm } from '../../forms';
import { go, goBack } from '../../parties/go';
import { Handed, useHandIn } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { platform } from '../../platform';
import { CLAIM_ACCESS, GIVE_FEEDBACK, HOME } from '../../routes';
import { useSession } from '../../session';

/** 投诉建议, which stands at the foot of every page. */
export default function GiveFeedback() {
  const { me } = useSession();
  return (
    <Page title="投诉建议" lead="哪里不对、哪里麻烦、谁做得不好，都可以说。不会影响您的案件。">
      {me ? <Form /> : <ByTelephone />}
      <OtherWays>拨打下方法院电话，或者写下来交到法院窗口。</OtherWays>
    </Page>
  );
}

function Form() {
  const [draft, change, clear] = useDraft(GIVE_FEEDBACK, { text: '' });
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, sentence, item, handIn } = useHandIn();

  async function hand(): Promise<void> {
    const checked = checkForm(giveFeedback.input, draft);
    setWrong(checked.ok ? undefined : checked.sentences.text);
    if (!checked.ok) return;
    const submission = { input: checked.input, title: '投诉建议', page: GIVE_FEEDBACK, draft };
    if (await handIn({ action: 'give-feedback', ...submission })) clear();
  }

  if (item) {
    return (
      <Handed
        item={item}
        done="已送到法院，谢谢您。需要答复的，法院会打电话给您。"
        back="返回"
        onBack={() => goBack(HOME)}
      />
    );
  }
  return (
    <>
      <TextArea
        name="text"
        label="您想说什么"
        hint="写清哪件事、希望怎么改。请不要写别人的证件号码、电话。"
        maxLength={1000}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={wrong}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button busy={busy} busyText="正在提交…" onTap={() => void hand()}>
        提交给法院
      </Button>
    </>
  );
}

function ByTelephone() {
  const { phone, hotline } = useCourt();
  return (
    <>
      <View className="zq-text">
        在网上写，要先用查询码进入。不想进入也可以直接打电话：法院 {phone}，全国法院热线 {hotline}。
      </View>
      <Button onTap={() => platform.phoneCall(phone)}>{`拨打法院电话 ${phone}`}</Button>
      <Button kind="secondary" onTap={() => go(CLAIM_ACCESS)}>
        用查询码进入
      </Button>
    </>
  );
}
