import { useState } from 'react';
import { plainTipCode } from '../../../../shared/cases/tip-code';
import { Button, Field, Notice, View } from '../../components';
import { ReceiptCode } from '../receipt-code';

interface SaveCodeProps {
  code: string;
  busy: boolean;
  onSubmit: () => void;
}

/** Nobody can find a lost code again, so it is sent only after he has shown that he wrote it down. */
export function SaveCode({ code, busy, onSubmit }: SaveCodeProps) {
  const [written, write] = useState(false);
  const [lastFour, setLastFour] = useState('');
  const typed = plainTipCode(lastFour);
  const fits = typed === code.slice(-4);
  if (!written) {
    return (
      <>
        <View className="zq-text">
          请先记下您的收据码。以后查进展、回答法院的问题、领奖励，都凭这 16 位数字。
        </View>
        <ReceiptCode code={code} />
        <Notice kind="warning">
          请抄在纸上，或者截图、复制保存，不要给别人看。丢了谁也找不回来，法院也查不到。
        </Notice>
        <Button name="code-saved" onTap={() => write(true)}>
          我已经记下，继续
        </Button>
      </>
    );
  }
  return (
    <>
      <Field
        name="lastFour"
        label="请填收据码的最后四位"
        hint="对照您刚才记下的填，填对了才能提交"
        kind="digits"
        maxLength={6}
        value={lastFour}
        onChange={setLastFour}
        error={
          typed.length >= 4 && !fits
            ? '与收据码的最后四位不一样，请核对您记下的，或者再看一次收据码。'
            : undefined
        }
      />
      <Button name="submit-tip" disabled={!fits} busy={busy} busyText="正在提交…" onTap={onSubmit}>
        提交
      </Button>
      <Button kind="quiet" onTap={() => write(false)}>
        再看一次收据码
      </Button>
    </>
  );
}
