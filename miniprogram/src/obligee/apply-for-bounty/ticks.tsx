import { BOUNTY_WAY_WORDS, BOUNTY_WAYS, type BountyWay } from '../../../../shared/cases/bounty-notice';
import { Tap, Text, View } from '../../components';
import type { PartProps } from './form';

interface TickProps {
  name: string;
  checked: boolean;
  onTap: () => void;
  children: string;
}

function Tick({ name, checked, onTap, children }: TickProps) {
  return (
    <Tap
      className={`zq-check ${checked ? 'is-chosen' : ''}`}
      role="checkbox"
      name={name}
      checked={checked}
      onTap={onTap}
    >
      <Text className="zq-check__box" silent>
        {checked ? '✓' : ''}
      </Text>
      <Text>{children}</Text>
    </Tap>
  );
}

function Wrong({ sentence }: { sentence: string | undefined }) {
  if (!sentence) return null;
  return (
    <View className="zq-field__error" role="alert">
      {sentence}
    </View>
  );
}

/** Where it is to be read; several at once. */
export function Ways({ draft, change, wrong }: PartProps) {
  const turn = (way: BountyWay) =>
    change({
      ways: draft.ways.includes(way) ? draft.ways.filter((one) => one !== way) : [...draft.ways, way],
    });
  return (
    <View className="zq-field">
      <View className="zq-field__label">怎样发布</View>
      {BOUNTY_WAYS.map((way) => (
        <Tick key={way} name={`way:${way}`} checked={draft.ways.includes(way)} onTap={() => turn(way)}>
          {BOUNTY_WAY_WORDS[way]}
        </Tick>
      ))}
      <Wrong sentence={wrong.ways} />
    </View>
  );
}

/** Without it there is no notice (法释〔2017〕8号 21). */
export function PromiseToPay({ draft, change, wrong }: PartProps) {
  return (
    <View className="zq-field">
      <Tick
        name="promisesToPay"
        checked={draft.promisesToPay}
        onTap={() => change({ promisesToPay: !draft.promisesToPay })}
      >
        我承诺：线索使我收回钱的，按上面写的支付奖励，法院可以直接从收回的钱里扣。
      </Tick>
      <Wrong sentence={wrong.promisesToPay} />
    </View>
  );
}
