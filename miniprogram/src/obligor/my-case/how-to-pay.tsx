import { Card, View } from '../../components';

/** Words only: no link, no code to scan, nobody who collects. */
export function HowToPay({ lines }: { lines: string[] }) {
  return (
    <Card title="钱怎么付">
      {lines.map((line) => (
        <View className="zq-text" key={line}>
          {line}
        </View>
      ))}
    </Card>
  );
}
