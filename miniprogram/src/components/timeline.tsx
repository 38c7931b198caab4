import { Text, View } from './elements';

export interface Moment {
  /** As people read it: 「3月5日 09:02」. */
  when: string;
  what: string;
  detail?: string;
}

/** What has happened so far, newest first. */
export function Timeline({ moments }: { moments: Moment[] }) {
  return (
    <View className="zq-timeline" role="list">
      {moments.map(({ when, what, detail }) => (
        <View className="zq-timeline__item" role="listitem" key={`${when} ${what}`}>
          <Text className="zq-timeline__when">{when}</Text>
          <View className="zq-timeline__what">{what}</View>
          {detail ? <View className="zq-timeline__detail">{detail}</View> : null}
        </View>
      ))}
    </View>
  );
}
