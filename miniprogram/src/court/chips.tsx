import { Tap, View } from '../components';

interface ChipsProps<T extends string> {
  name: string;
  label: string;
  choices: readonly { value: T; word: string }[];
  chosen: readonly T[];
  onTap: (value: T) => void;
  /** Several may hold at once; otherwise one takes the place of another. */
  many?: boolean;
  /** A table's head says it already. */
  labelUnseen?: boolean;
  error?: string | undefined;
}

/** Small choices in a row, for a desk with many of them on one screen. */
export function Chips<T extends string>({ name, label, choices, chosen, onTap, ...rest }: ChipsProps<T>) {
  return (
    <View className={rest.labelUnseen ? '' : 'zq-field'}>
      {rest.labelUnseen ? null : <View className="zq-field__label">{label}</View>}
      <View className="zq-chips" role={rest.many ? 'group' : 'radiogroup'} label={label}>
        {choices.map(({ value, word }) => {
          const isChosen = chosen.includes(value);
          return (
            <Tap
              key={value}
              name={`${name}:${value}`}
              className={`zq-chip ${isChosen ? 'is-chosen' : ''}`}
              role={rest.many ? 'checkbox' : 'radio'}
              checked={isChosen}
              onTap={() => onTap(value)}
            >
              {`${isChosen ? '✓ ' : ''}${word}`}
            </Tap>
          );
        })}
      </View>
      <Wrong sentences={rest.error ? [rest.error] : []} />
    </View>
  );
}

/** What is wrong here and how to put it right. */
export function Wrong({ sentences = [] }: { sentences?: readonly string[] | undefined }) {
  return sentences.map((sentence) => (
    <View key={sentence} className="zq-field__error" role="alert">
      {sentence}
    </View>
  ));
}
