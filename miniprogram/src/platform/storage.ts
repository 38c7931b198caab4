import Taro from '@tarojs/taro';
import type { Storage } from './platform';

/** Synchronous on both sides, so that what is written before the network is written. */
export const taroStorage: Storage = {
  get<T>(key: string): T | undefined {
    const value = Taro.getStorageSync(key);
    return value === '' || value === null ? undefined : (value as T);
  },
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => [...Taro.getStorageInfoSync().keys],
};
