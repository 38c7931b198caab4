/** Reading the numbers that people give things: 3, ３, 三, 叁, 十二, 廿一. */

const DIGITS: Record<string, number> = {
  ...{
    零: 0,
    〇: 0,
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    两: 2,
    俩: 2,
    仨: 3,
    幺: 1,
  },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const TENS: Record<string, number> = { 十: 10, 拾: 10, 廿: 20, 卅: 30 };

export const isChineseDigit = (letter: string): boolean => letter in DIGITS || letter in TENS;

/** 1 to 99, or null for what is no number: 「一三」 is read digit by digit as nothing, since nobody numbers so. */
export function readChinese(text: string): number | null {
  const [first = '', second, third, ...rest] = [...text];
  if (rest.length > 0) return null;
  if (second === undefined) return DIGITS[first] ?? TENS[first] ?? null;
  if (first in TENS) return third === undefined && second in DIGITS ? TENS[first]! + DIGITS[second]! : null;
  if (TENS[second] !== 10 || !(first in DIGITS)) return null;
  const tens = DIGITS[first]! * 10;
  return third === undefined ? tens : third in DIGITS ? tens + DIGITS[third]! : null;
}
