import { showMoment } from '../../../shared/day';
import { Tag, View } from '../components';
import { platform } from '../platform';

const MINUTE_MS = 60_000;

/** 「35 分钟」「3 小时 20 分」「2 天 5 小时」. */
export function spanWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return '不到 1 分钟';
  if (hours < 1) return `${minutes} 分钟`;
  if (hours < 48) return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`;
  return hours % 24 ? `${Math.floor(hours / 24)} 天 ${hours % 24} 小时` : `${hours / 24} 天`;
}

interface ClockProps {
  dueAt: string | null;
  /** As the server says; between two readings this device's own clock may know it first. */
  isOverdue: boolean;
}

/** How long one may still wait. */
export function Clock({ dueAt, isOverdue }: ClockProps) {
  if (!dueAt) return <View className="zq-fine">没有时限</View>;
  const left = new Date(dueAt).getTime() - platform.now().getTime();
  const by = `${showMoment(new Date(dueAt))}前`;
  if (isOverdue || left <= 0) {
    return (
      <>
        <Tag tone="late">已超时</Tag>
        <View className="zq-fine">{`应在${by}`}</View>
      </>
    );
  }
  return (
    <>
      <View>{`还剩 ${spanWords(left)}`}</View>
      <View className="zq-fine">{by}</View>
    </>
  );
}
