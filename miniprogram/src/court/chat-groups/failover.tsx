import { useState } from 'react';
import { setChatFailover } from '../../../../shared/actions/set-chat-failover';
import { useAct } from '../../act';
import { Button, Card, Field, Notice } from '../../components';
import { checkForm, type Sentences } from '../../forms';

/** How long the court waits for a gateway before it writes by SMS instead. */
export function Failover({ minutes }: { minutes: number }) {
  const act = useAct('set-chat-failover');
  const [text, change] = useState(String(minutes));
  const [saved, setSaved] = useState(false);
  const [sentences, setSentences] = useState<Sentences>({});
  async function save(): Promise<void> {
    setSaved(false);
    const checked = checkForm(setChatFailover.input, { minutes: Number(text) });
    setSentences(checked.ok ? {} : checked.sentences);
    if (checked.ok && (await act.run(checked.parsed))) setSaved(true);
  }
  return (
    <Card title="断线以后">
      <Field
        kind="digits"
        name="minutes"
        label="断线多少分钟后改发短信"
        hint="没有手机号码的，列入要打电话的名单。"
        value={text}
        onChange={change}
        maxLength={3}
        error={sentences.minutes}
      />
      {saved ? <Notice kind="done">已保存。</Notice> : null}
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      <Button small kind="secondary" name="set-chat-failover" busy={act.busy} onTap={() => void save()}>
        保存时间
      </Button>
    </Card>
  );
}
