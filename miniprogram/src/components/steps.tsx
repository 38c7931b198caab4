import { Text, View } from './elements';

/** Where one stands on a short road: 「第 2 步，共 3 步」, also said in words. */
export function Steps({ names, at }: { names: readonly string[]; at: number }) {
  return (
    <View
      className="zq-steps"
      role="group"
      label={`第 ${at + 1} 步，共 ${names.length} 步：${names[at] ?? ''}`}
    >
      {names.map((name, index) => (
        <View className={`zq-step ${stateOf(index, at)}`} key={name}>
          <Text className="zq-step__mark" silent>
            {index < at ? '✓' : index + 1}
          </Text>
          <Text className="zq-step__name">{name}</Text>
        </View>
      ))}
    </View>
  );
}

function stateOf(index: number, at: number): string {
  if (index === at) return 'is-here';
  return index < at ? 'is-done' : '';
}
