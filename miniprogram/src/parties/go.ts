import Taro from '@tarojs/taro';
import type { Side } from '../../../shared/cases/wording';

export const myCasePath = (side: Side): string => `/${side}/my-case/index`;

/** A page with its query. */
export function address(path: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `${path}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
}

export function go(path: string, query: Record<string, string | undefined> = {}): void {
  void Taro.navigateTo({ url: address(path, query) });
}

/** Back to where one came from; whoever entered by a link of his own goes to `otherwise`. */
export function goBack(otherwise: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: otherwise });
}
