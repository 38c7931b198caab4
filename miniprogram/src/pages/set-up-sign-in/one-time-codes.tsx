import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { useAct } from '../../act';
import { Button, Card, Field, Notice, Picture, Text, View } from '../../components';

/** The telephone is bound by a picture, proves itself by a first code, and the codes for its loss are shown once. */
export function OneTimeCodes({ hasCodes = false, onDone }: { hasCodes?: boolean; onDone: () => void }) {
  const [secret, setSecret] = useState<OutputOf<'set-up-totp'> | null>(null);
  const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null);
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={onDone} />;
  if (secret) return <Confirm secret={secret} onConfirmed={setRecoveryCodes} />;
  return <Begin hasCodes={hasCodes} onBegun={setSecret} />;
}

interface BeginProps {
  hasCodes: boolean;
  onBegun: (secret: OutputOf<'set-up-totp'>) => void;
}

function Begin({ hasCodes, onBegun }: BeginProps) {
  const [code, setCode] = useState('');
  const { busy, sentence, run } = useAct('set-up-totp');
  async function begin(): Promise<void> {
    const answer = await run({ code: code.trim() || undefined });
    if (answer) onBegun(answer);
  }
  return (
    <>
      <View className="zq-text">
        先在自己的手机上装一个“身份验证器”（应用商店里搜“身份验证器”，任何一种都行），登录时它显示六位数字。
      </View>
      {hasCodes ? (
        <Field
          name="code"
          label="现在手机上的六位数字，或一个备用码"
          kind="code"
          maxLength={19}
          value={code}
          onChange={setCode}
        />
      ) : null}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button name="begin-codes" busy={busy} onTap={() => void begin()}>
        装好了，显示二维码
      </Button>
    </>
  );
}

interface ConfirmProps {
  secret: OutputOf<'set-up-totp'>;
  onConfirmed: (recoveryCodes: string[]) => void;
}

function Confirm({ secret, onConfirmed }: ConfirmProps) {
  const [code, setCode] = useState('');
  const { busy, sentence, run } = useAct('confirm-totp');
  async function confirm(): Promise<void> {
    const answer = await run({ code });
    if (answer) onConfirmed(answer.recoveryCodes);
  }
  return (
    <>
      <Card title="用身份验证器扫这个二维码">
        <Picture src={secret.qr} alt="绑定身份验证器的二维码" className="zq-qr" />
        <View className="zq-fine">扫不了的，在验证器里选“手动输入密钥”，填：</View>
        <View className="zq-strong">{secret.secret}</View>
      </Card>
      <Field
        name="code"
        label="验证器现在显示的六位数字"
        kind="digits"
        maxLength={7}
        value={code}
        onChange={setCode}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button name="confirm-codes" busy={busy} busyText="正在核对…" onTap={() => void confirm()}>
        核对
      </Button>
    </>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <>
      <Notice kind="warning">
        这十个备用码只显示这一次。请抄下来或打印出来，锁在抽屉里：手机丢了，就靠它登录，每个用一次。
      </Notice>
      <Card title="备用码">
        {codes.map((code) => (
          <View className="zq-text" key={code}>
            <Text className="zq-strong">{code}</Text>
          </View>
        ))}
      </Card>
      <Button name="codes-kept" onTap={onDone}>
        已经抄好，开始使用
      </Button>
    </>
  );
}
