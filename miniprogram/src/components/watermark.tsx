import { View } from './elements';

const MARKS = Array.from({ length: 24 }, (_, index) => index);

/** Account and minute across the page: who passes on a picture of it can be found. */
export function Watermark({ text }: { text: string }) {
  return (
    <View className="zq-watermark" silent>
      {MARKS.map((index) => (
        <View className="zq-watermark__mark" key={index}>
          {text}
        </View>
      ))}
    </View>
  );
}
