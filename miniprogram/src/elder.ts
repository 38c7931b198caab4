import { platform } from './platform';
import { createStore, useStore } from './store';

const KEY = 'large-text';
const large = createStore<boolean>(platform.storage.get<boolean>(KEY) ?? platform.prefersLargeText());

/** 大字: the elder mode, remembered on this telephone; until chosen, as WeChat itself is set. */
export function useLargeText(): [boolean, () => void] {
  const on = useStore(large);
  return [
    on,
    () => {
      platform.storage.set(KEY, !on);
      large.set(!on);
    },
  ];
}
