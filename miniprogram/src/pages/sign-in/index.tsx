import { useState } from 'react';
import { signIn } from '../../../../shared/actions/sign-in';
import { useAct } from '../../act';
import { Button, Field, Notice, Page, View } from '../../components';
import { sentenceOf } from '../../errors';
import { checkForm, type Sentences } from '../../forms';
import { platform } from '../../platform';
import { enter, goToFirstPage } from '../../sign-in';

/** A random token by which the court knows this browser again, so that nobody elsewhere can slow its owner down. */
const DEVICE = 'device-token';

const EMPTY = { loginName: '', password: '', code: '' };

/** The court's people and liaisons who have a login name. Nothing typed here is kept. */
export default function SignIn() {
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<Sentences>({});
  const [fault, setFault] = useState<string | null>(null);
  const { busy, sentence, run } = useAct('sign-in');
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part });

  async function go(): Promise<void> {
    const checked = checkForm(signIn.input, {
      loginName: typed.loginName,
      password: typed.password,
      code: typed.code.trim() || undefined,
      deviceToken: platform.storage.get<string>(DEVICE),
      device: platform.deviceWords(),
    });
    setWrong(checked.ok ? {} : checked.sentences);
    setFault(null);
    if (!checked.ok) return;
    const answer = await run(checked.input);
    if (!answer) return;
    platform.storage.set(DEVICE, answer.deviceToken);
    try {
      goToFirstPage(await enter(answer));
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }

  return (
    <Page
      title="工作人员登录"
      lead="法院、镇街、村社区有登录名的同志从这里进。当事人不用登录，请用短信查询码。"
    >
      <Field
        name="loginName"
        label="登录名"
        maxLength={32}
        value={typed.loginName}
        onChange={(loginName) => change({ loginName })}
        error={wrong.loginName}
      />
      <Field
        name="password"
        label="密码"
        kind="password"
        maxLength={128}
        value={typed.password}
        onChange={(password) => change({ password })}
        error={wrong.password}
      />
      <Field
        name="code"
        label="手机上的六位数字"
        hint="第一次登录不用填；手机不在身边的，填一个备用码"
        kind="code"
        maxLength={19}
        optional
        value={typed.code}
        onChange={(code) => change({ code })}
        error={wrong.code}
      />
      {sentence || fault ? <Notice kind="danger">{sentence ?? fault}</Notice> : null}
      <Button name="sign-in" busy={busy} busyText="正在登录…" onTap={() => void go()}>
        登录
      </Button>
      <View className="zq-fine">忘了密码、换了手机，请联系本院管理员重置。不要把密码和数字告诉任何人。</View>
    </Page>
  );
}
