import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Does it again and again while the page is in sight; what lies under another page or behind the screen rests. */
export function useWhileShown(work: () => Promise<void>, everyMs: number): void {
  const [isShown, show] = useState(true);
  useDidShow(() => show(true));
  useDidHide(() => show(false));
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => void work(), everyMs);
    return () => clearInterval(timer);
  }, [isShown, work, everyMs]);
}
