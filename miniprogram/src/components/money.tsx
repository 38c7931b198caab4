import { type Fen, showYuan } from '../../../shared/money';
import { Text } from './elements';

/** An amount as people read it: 「1,234.56 元」. */
export function Money({ fen, large }: { fen: Fen; large?: boolean }) {
  return (
    <Text className={`zq-money ${large ? 'zq-money--large' : ''}`}>
      {showYuan(fen)}
      <Text className="zq-money__unit"> 元</Text>
    </Text>
  );
}
