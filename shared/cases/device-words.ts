const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X|Macintosh/, '苹果电脑'],
  [/Linux|UOS|Kylin/, 'Linux 电脑'],
];

/** Those that call themselves by another's name as well come first. */
const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\w*\//, 'Edge'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** 「Windows 电脑上的 Edge」: what a person recognises his device by in his own list. */
export function deviceWords(userAgent: string): string {
  const named = (names: typeof SYSTEMS, otherwise: string) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? otherwise;
  return `${named(SYSTEMS, '其他设备')}上的 ${named(BROWSERS, '浏览器')}`;
}
