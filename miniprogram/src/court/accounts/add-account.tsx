import { useState } from 'react';
import { saveAccount } from '../../../../shared/actions/save-account';
import { useAct } from '../../act';
import { Button, Card, Field, Notice, View } from '../../components';
import { checkForm, type Sentences } from '../../forms';

const EMPTY = { name: '', phone: '', loginName: '' };

export function AddAccount({ onDone }: { onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<Sentences>({});
  const [given, setGiven] = useState<{ loginName: string; password: string } | null>(null);
  const { busy, sentence, run } = useAct('save-account');
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part });

  async function save(): Promise<void> {
    const checked = checkForm(saveAccount.input, {
      name: typed.name,
      phone: typed.phone.trim() || undefined,
      loginName: typed.loginName.trim() || undefined,
    });
    setWrong(checked.ok ? {} : checked.sentences);
    const answer = checked.ok ? await run(checked.input) : null;
    if (!answer) return;
    if (answer.oneTimePassword) setGiven({ loginName: typed.loginName, password: answer.oneTimePassword });
    setTyped(EMPTY);
    setOpen(false);
    onDone();
  }

  if (!isOpen) {
    return (
      <>
        {given ? <GivenPassword {...given} /> : null}
        <Button name="add-account" onTap={() => setOpen(true)}>
          添加一个人
        </Button>
      </>
    );
  }
  return (
    <Card title="添加一个人">
      <Field
        name="name"
        label="姓名"
        value={typed.name}
        onChange={(name) => change({ name })}
        error={wrong.name}
      />
      <Field
        name="phone"
        label="手机号码"
        hint="任务提醒发到这里"
        kind="phone"
        optional
        maxLength={11}
        value={typed.phone}
        onChange={(phone) => change({ phone })}
        error={wrong.phone}
      />
      <Field
        name="loginName"
        label="登录名"
        hint="小写字母和数字，例如 zhangsan；只用微信的联络员可以不填"
        optional
        maxLength={32}
        value={typed.loginName}
        onChange={(loginName) => change({ loginName })}
        error={wrong.loginName}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button name="save-account" busy={busy} busyText="正在保存…" onTap={() => void save()}>
        保存
      </Button>
      <Button kind="quiet" onTap={() => setOpen(false)}>
        不添加了
      </Button>
    </Card>
  );
}

/** Shown once; nobody can look it up later. */
export function GivenPassword({ loginName, password }: { loginName: string; password: string }) {
  return (
    <Notice kind="warning">
      <View>{`登录名 ${loginName}，第一次登录的密码 ${password}`}</View>
      <View>只显示这一次，七天内有效。请当面交给本人，登录后他自己改密码、绑定手机。</View>
    </Notice>
  );
}
