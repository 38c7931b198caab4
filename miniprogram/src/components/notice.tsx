import type { ReactNode } from 'react';
import { Text, View } from './elements';

const MARKS = { info: 'i', done: '✓', warning: '!', danger: '✕' } as const;

export interface NoticeProps {
  kind?: keyof typeof MARKS;
  children: ReactNode;
}

/** What has just happened or must be known. Warnings are read aloud at once, the rest when there is a pause. */
export function Notice({ kind = 'info', children }: NoticeProps) {
  const urgent = kind === 'warning' || kind === 'danger';
  return (
    <View
      className={`zq-notice zq-notice--${kind}`}
      role={urgent ? 'alert' : 'status'}
      live={urgent ? 'assertive' : 'polite'}
    >
      <Text className="zq-notice__mark" silent>
        {MARKS[kind]}
      </Text>
      <View className="zq-notice__text">{children}</View>
    </View>
  );
}
