import { Tap, Text, View } from './elements';

export interface Choice<T extends string> {
  value: T;
  word: string;
  /** What choosing it means, in a few words. */
  hint?: string;
}

export interface BigChoiceProps<T extends string> {
  name: string;
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChoose: (value: T) => void;
  error?: string;
}

/** A few big buttons of which one holds: the outcome of a visit, the way of paying. */
export function BigChoice<T extends string>({
  name,
  label,
  choices,
  value,
  onChoose,
  error,
}: BigChoiceProps<T>) {
  return (
    <View className="zq-field">
      <View className="zq-field__label">{label}</View>
      <View className="zq-choices" role="radiogroup" label={label}>
        {choices.map((choice) => (
          <Tap
            key={choice.value}
            name={`${name}:${choice.value}`}
            className={`zq-choice ${choice.value === value ? 'is-chosen' : ''}`}
            role="radio"
            checked={choice.value === value}
            onTap={() => onChoose(choice.value)}
          >
            <Text className="zq-choice__word">
              {choice.value === value ? '✓ ' : ''}
              {choice.word}
            </Text>
            {choice.hint ? <Text className="zq-choice__hint">{choice.hint}</Text> : null}
          </Tap>
        ))}
      </View>
      {error ? (
        <View className="zq-field__error" role="alert">
          {error}
        </View>
      ) : null}
    </View>
  );
}
