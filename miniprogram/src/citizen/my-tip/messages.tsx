import { showMoment } from '../../../../shared/day';
import { Card, View } from '../../components';
import '../../parties/parties.scss';
import type { MyTipData } from '.';

const WHO = { court: '法院', tipster: '我' } as const;

/** What the court asked and what he said to it, in order. */
export function Messages({ messages }: { messages: MyTipData['messages'] }) {
  return (
    <Card title="和法院的对话">
      {messages.length === 0 ? (
        <View className="zq-text">还没有对话。法院有问题，会写在这里。</View>
      ) : (
        messages.map(({ from, words, at, photos }) => (
          <View className="zq-part" key={`${from} ${at} ${words}`}>
            <View className="zq-fine">{`${WHO[from]} · ${showMoment(new Date(at))}`}</View>
            <View>{words}</View>
            {photos.length > 0 ? <View className="zq-fine">{`附照片 ${photos.length} 张`}</View> : null}
          </View>
        ))
      )}
    </Card>
  );
}
