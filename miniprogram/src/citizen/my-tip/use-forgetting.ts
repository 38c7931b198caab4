import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { platform } from '../../platform';
import { MY_TIP } from '../../routes';

/** By then it is known whether another page lies on top. */
const SETTLED_MS = 500;
const LONGEST_AWAY_MS = 5 * 60_000;

/**
 * A page left open under another one still holds what it shows. It is forgotten as soon as another page is opened,
 * and when the telephone was put away for long; not when somebody takes a photo for his answer, which hides it too.
 */
export function useForgetting(forget: () => void): void {
  const hiddenAt = useRef<number | null>(null);
  useDidHide(() => {
    hiddenAt.current = platform.now().getTime();
    setTimeout(() => isOnTop() || forget(), SETTLED_MS);
  });
  useDidShow(() => {
    const since = hiddenAt.current;
    hiddenAt.current = null;
    if (since !== null && platform.now().getTime() - since > LONGEST_AWAY_MS) forget();
  });
}

function isOnTop(): boolean {
  const { route, path } = (Taro.getCurrentPages().slice(-1)[0] ?? {}) as { route?: string; path?: string };
  return (route ?? path ?? '').includes(MY_TIP.slice(1));
}
