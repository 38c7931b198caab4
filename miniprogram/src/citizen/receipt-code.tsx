import { useEffect, useState } from 'react';
import { showTipCode } from '../../../shared/cases/tip-code';
import { Button, Notice, View } from '../components';
import './citizen.scss';
import { copyText, watchCopies } from './copy';

/** The only key to what was told: large, to be written down. */
export function ReceiptCode({ code }: { code: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(watchCopies, []);
  return (
    <View className="zq-field">
      <View className="zq-field__label">收据码</View>
      <View className="zq-receipt">{showTipCode(code)}</View>
      <Button kind="secondary" name="copy-code" onTap={() => void copyText(code).then(setCopied)}>
        复制收据码
      </Button>
      {copied === null ? null : (
        <Notice kind={copied ? 'done' : 'warning'}>
          {copied
            ? '已复制。请粘贴到只有您自己能看到的地方。'
            : '这部手机不能自动复制，请抄在纸上，或者截图保存。'}
        </Notice>
      )}
    </View>
  );
}
