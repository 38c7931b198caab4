import { useState } from 'react';
import { disputeReward } from '../../../../shared/actions/dispute-reward';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, TextArea, View } from '../../components';
import { checkForm } from '../../forms';
import type { MyTipData } from '.';

interface DisputeProps {
  code: string;
  dispute: NonNullable<MyTipData['reward']>['dispute'];
  onSent: () => void;
}

/** Open at every stage, also where there is no reward; somebody who decided nothing of it answers. */
export function Dispute({ code, dispute, onSent }: DisputeProps) {
  const [asked, ask] = useState(false);
  const [sent, setSent] = useState(false);
  const waits = dispute !== null && dispute.answer === null;
  const finish = () => {
    setSent(true);
    ask(false);
    onSent();
  };
  return (
    <Card title="对奖励有异议">
      {dispute ? (
        <View className="zq-text">{`您在 ${showMoment(new Date(dispute.at))} 提出了异议。`}</View>
      ) : null}
      {dispute?.answer ? <View className="zq-text">{`法院的答复：${dispute.answer}`}</View> : null}
      {waits ? <View className="zq-text">法院正在处理，由没有参与决定的人答复，请过几天再来看。</View> : null}
      {sent && !waits ? <Notice kind="done">异议已送到法院，请过几天再来看答复。</Notice> : null}
      {asked ? <DisputeForm code={code} onSent={finish} /> : null}
      {asked || waits || sent ? null : (
        <Button kind="secondary" name="dispute" onTap={() => ask(true)}>
          我有异议
        </Button>
      )}
    </Card>
  );
}

function DisputeForm({ code, onSent }: { code: string; onSent: () => void }) {
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, sentence, run } = useAct('dispute-reward');
  async function send(): Promise<void> {
    const checked = checkForm(disputeReward.input, { code, words });
    setWrong(checked.ok ? undefined : checked.sentences.words);
    if (checked.ok && (await run(checked.input))) onSent();
  }
  return (
    <>
      <TextArea
        name="disputeWords"
        label="您有什么意见"
        hint="例如：没有奖励、金额不对、不该给别人"
        maxLength={2000}
        value={words}
        onChange={setWords}
        error={wrong}
      />
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <Button name="dispute-reward" busy={busy} busyText="正在提交…" onTap={() => void send()}>
        提交异议
      </Button>
    </>
  );
}
