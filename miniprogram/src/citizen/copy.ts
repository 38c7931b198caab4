import Taro from '@tarojs/taro';

/** To WeChat's clipboard; false where it would not. `copy.h5.ts` is the browser's. */
export function copyText(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
}

export function forgetCopies(): void {}

export function watchCopies(): () => void {
  return () => {};
}
