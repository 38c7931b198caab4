import { Card, View } from '../../components';
import type { Explanation } from './index';

/** This court's readings of disputed points, and every text that the figures rest on. */
export function Basis({ explanation }: { explanation: Explanation }) {
  const { readings, citations, reader, estimateMark } = explanation;
  return (
    <Card title="依据">
      {readings.length > 0 ? <View className="zq-text">有些地方各地法院算法不一样，本院这样算：</View> : null}
      {readings.map(({ words, basis }) => (
        <View className="zq-text zq-basis" key={words}>
          <View>{words}。</View>
          <View className="zq-fine zq-basis__source">{basis}</View>
        </View>
      ))}
      <View className="zq-text zq-fine">
        {citations.map((citation) => (
          <View className="zq-basis" key={citation}>
            {citation}。
          </View>
        ))}
      </View>
      <View className="zq-text zq-fine">
        每一段算到分，四舍五入；个别一段可能差一分，合计不差。这些数字是估算，{estimateMark}。
        {reader === 'obligor' ? '觉得算得不对，可以提出异议。' : null}
      </View>
    </Card>
  );
}
