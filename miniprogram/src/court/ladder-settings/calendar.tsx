import type { OutputOf } from '../../../../shared/actions';
import { type Day, day, showDay } from '../../../../shared/day';
import { Heading, Tag, Text, View } from '../../components';
import { CHANNEL_WORDS } from '../channel-words';
import { type Month, monthsOf } from './month';

export type Entry = OutputOf<'preview-ladder'>['calendar'][number];

/** Month by month: the days on which something goes out, and beside them what and to whom. */
export function Calendar({ entries, today }: { entries: Entry[]; today: string }) {
  const days = entries.map((entry) => day(entry.day));
  return monthsOf(days).map((month) => (
    <View className="zq-month" key={month.first}>
      <Sheet month={month} entries={entries} today={today} />
      <View className="zq-month__list" role="list">
        {[...new Set(days)]
          .filter((one) => month.places.includes(one))
          .map((one) => (
            <OneDay key={one} when={one} entries={entries.filter((entry) => entry.day === one)} />
          ))}
      </View>
    </View>
  ));
}

const HEAD = ['一', '二', '三', '四', '五', '六', '日'];

/** A picture of the month; what it shows stands in words in the list beside it. */
function Sheet({ month, entries, today }: { month: Month; entries: Entry[]; today: string }) {
  const countOn = (one: Day | null) => entries.filter((entry) => entry.day === one).length;
  return (
    <View className="zq-month__sheet">
      <Heading level={3}>{month.words}</Heading>
      <View className="zq-month__days" silent>
        {HEAD.map((word) => (
          <Text className="zq-month__head" key={word}>
            {word}
          </Text>
        ))}
        {month.places.map((one, index) => (
          <Text
            key={one ?? `empty ${index}`}
            className={`zq-month__day ${countOn(one) > 0 ? 'is-marked' : ''} ${one === today ? 'is-today' : ''}`}
          >
            {one ? String(Number(one.slice(8))) : ''}
          </Text>
        ))}
      </View>
    </View>
  );
}

function OneDay({ when, entries }: { when: Day; entries: Entry[] }) {
  return (
    <View className="zq-day" role="listitem">
      <View className="zq-strong">
        {showDay(when)} {entries[0]!.isPast ? <Tag>已经过去</Tag> : null}
      </View>
      {entries.map(({ what, to, channel, text, version, putOffFrom }, index) => (
        <View className="zq-day__message" key={`${what} ${to} ${index}`}>
          <View>{`${what}，发给${to}，先用${CHANNEL_WORDS[channel]}`}</View>
          {putOffFrom ? <View>{`原定${showDay(day(putOffFrom))}，因节假日顺延`}</View> : null}
          <View className="zq-bubble">{text}</View>
          <View className="zq-fine">{version === 0 ? '系统原文' : `本院用语第${version}版`}</View>
        </View>
      ))}
    </View>
  );
}
