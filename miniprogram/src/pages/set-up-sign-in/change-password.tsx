import { useState } from 'react';
import { PASSWORD_AT_LEAST } from '../../../../shared/cases/password';
import { useAct } from '../../act';
import { Button, Field, Notice } from '../../components';

export function ChangePassword({ onDone }: { onDone: () => void }) {
  const [before, setBefore] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { busy, sentence, run } = useAct('change-password');

  async function save(): Promise<void> {
    setDiffers(password !== again);
    if (password === again && (await run({ before, password }))) onDone();
  }

  return (
    <>
      <Field
        name="before"
        label="现在的密码"
        hint="第一次登录填管理员给您的密码"
        kind="password"
        value={before}
        onChange={setBefore}
      />
      <Field
        name="password"
        label="新密码"
        hint={`至少 ${PASSWORD_AT_LEAST} 个字，可以用一句只有您知道的话`}
        kind="password"
        maxLength={128}
        value={password}
        onChange={setPassword}
      />
      <Field
        name="again"
        label="再填一次新密码"
        kind="password"
        maxLength={128}
        value={again}
        onChange={setAgain}
        error={differs ? '两次填的不一样，请重新填写。' : undefined}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button name="save-password" busy={busy} busyText="正在保存…" onTap={() => void save()}>
        保存新密码
      </Button>
    </>
  );
}
