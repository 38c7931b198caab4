import { Notice, View } from '../../components';
import type { usePreview } from '../use-preview';
import type { Wording } from './wordings';

interface PhoneProps {
  wording: Wording;
  checked: ReturnType<typeof usePreview<'preview-wording'>>;
}

/** The message as it stands on the telephone, what it costs, and what is wrong with it. */
export function Phone({ wording, checked: { answer, isOld, sentence } }: PhoneProps) {
  if (sentence) return <Notice kind="warning">{sentence}</Notice>;
  if (!answer) return <View className="zq-fine">正在排版，请稍候…</View>;
  const { preview } = answer;
  return (
    <View className={isOld ? 'zq-is-old' : ''}>
      {preview ? (
        <>
          <View className="zq-field__label">手机上看到的样子</View>
          <View className="zq-bubble">{preview.text}</View>
          <View className="zq-fine">
            {wording.channel === 'sms'
              ? `共 ${preview.characters} 个字，按 ${preview.segments} 条短信计费。`
              : `共 ${preview.characters} 个字，一条微信提醒。`}
            按最长的日期和编号试排，实际不会更长。
          </View>
        </>
      ) : null}
    </View>
  );
}
