import type { ReactNode } from 'react';
import { Heading, Tap, Text, View } from './elements';

export interface CardProps {
  title?: string;
  /** A state word at the right of the title. */
  tag?: ReactNode;
  children?: ReactNode;
  /** Makes the whole card lead somewhere. */
  onTap?: () => void;
  name?: string;
}

export function Card({ title, tag, children, onTap, name }: CardProps) {
  const inside = (
    <>
      {title || tag ? (
        <View className="zq-card__head">
          {title ? (
            <Heading level={2} className="zq-card__title">
              {title}
            </Heading>
          ) : null}
          {tag}
        </View>
      ) : null}
      {children}
    </>
  );
  if (!onTap) return <View className="zq-card">{inside}</View>;
  return (
    <Tap className="zq-card zq-card--tap" onTap={onTap} name={name}>
      <View className="zq-card__body">{inside}</View>
      <Text className="zq-card__go" silent>
        ›
      </Text>
    </Tap>
  );
}

/** Label and value; stacked when the letters are large. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="zq-row">
      <Text className="zq-row__label">{label}</Text>
      <View className="zq-row__value">{children}</View>
    </View>
  );
}
