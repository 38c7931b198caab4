import { Text } from './elements';

const MARKS = { calm: '○', going: '◐', done: '●', late: '▲', stopped: '■' } as const;

/** A state in words; the mark and the colour only repeat them. */
export function Tag({ tone = 'calm', children }: { tone?: keyof typeof MARKS; children: string }) {
  return (
    <Text className={`zq-tag zq-tag--${tone}`}>
      <Text className="zq-tag__mark" silent>
        {MARKS[tone]}
      </Text>
      {children}
    </Text>
  );
}
