import { type Fen, showYuan } from '../../../../shared/money';
import { Notice, Tap, Text, View } from '../../components';

export interface SettlesInFullProps {
  /** What this payment leaves owed, about; zero when it pays everything. */
  rest: Fen;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Giving up the rest is his own free word, so what it costs him stands beside it. */
export function SettlesInFull({ rest, value, onChange }: SettlesInFullProps) {
  if (rest === 0) return <Notice>加上这一笔，应付的就全部付清了，案件随之办结。</Notice>;
  return (
    <View className="zq-field">
      <Tap
        className={`zq-check ${value ? 'is-chosen' : ''}`}
        role="checkbox"
        name="settlesInFull"
        checked={value}
        onTap={() => onChange(!value)}
      >
        <Text className="zq-check__box" silent>
          {value ? '✓' : ''}
        </Text>
        <Text>这笔付清后，双方再无欠款</Text>
      </Tap>
      <Notice kind={value ? 'warning' : 'info'}>
        {value
          ? `您放弃其余大约 ${showYuan(rest)} 元，案件就此办结，以后不能再要。想清楚了再确认。`
          : `收到这一笔后，账上大约还差 ${showYuan(rest)} 元。还想要这些钱，就不要勾上面这一项。`}
      </Notice>
    </View>
  );
}
