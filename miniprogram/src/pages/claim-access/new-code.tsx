import { useState } from 'react';
import { requestAccessCode } from '../../../../shared/actions/request-access-code';
import { useAct } from '../../act';
import { Button, Card, Field, Notice, View } from '../../components';
import { checkForm, type Sentences } from '../../forms';

/** A fresh code to the number on file. The answer is the same whether or not anything matched. */
export function NewCode() {
  const [phone, setPhone] = useState('');
  const [idLast6, setIdLast6] = useState('');
  const [wrong, setWrong] = useState<Sentences>({});
  const [message, setMessage] = useState<string | null>(null);
  const { busy, sentence, run } = useAct('request-access-code');

  async function ask(): Promise<void> {
    const checked = checkForm(requestAccessCode.input, { phone, idLast6 });
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const answer = await run(checked.input);
    if (answer) setMessage(answer.message);
  }

  return (
    <Card title="重新获取查询码">
      <View className="zq-text">查询码只发到法院登记的手机。手机号换了，请拨打法院电话。</View>
      <Field
        name="phone"
        label="法院登记的手机号码"
        kind="phone"
        maxLength={11}
        value={phone}
        onChange={setPhone}
        error={wrong.phone}
      />
      <Field
        name="newIdLast6"
        label="证件号码的后六位"
        kind="code"
        maxLength={6}
        value={idLast6}
        onChange={(text) => setIdLast6(text.toUpperCase())}
        error={wrong.idLast6}
      />
      {message ? <Notice kind="done">{message}</Notice> : null}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button kind="secondary" busy={busy} busyText="正在提交…" onTap={() => void ask()}>
        重新获取查询码
      </Button>
    </Card>
  );
}
