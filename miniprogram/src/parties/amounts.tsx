import { Money, Text, View } from '../components';
import { partsOf, type Statement } from './owed';
import './parties.scss';

/** The parts of what is owed, amounts under each other. */
export function Amounts({ statement }: { statement: Statement }) {
  return (
    <View className="zq-amounts">
      {partsOf(statement).map(({ name, amount }) => (
        <View className="zq-amounts__row" key={name}>
          <Text className="zq-amounts__name">{name}</Text>
          <Money fen={amount} />
        </View>
      ))}
    </View>
  );
}
