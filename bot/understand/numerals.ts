/** Reading the numbers that people give things: 3, ３, 三, 叁, 十二, 廿一. */

const DIGITS: Record<string, number> = Object.fromEntries(
  ['零〇', '一壹幺', '二贰貳两俩', '三叁參仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (letters, value) => [...letters].map((letter) => [letter, value]),
  ),
);
const TENS: Record<string, number> = { 十: 10, 拾: 10, 廿: 20, 卅: 30 };

const CIRCLED = ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽', '❶❷❸❹❺❻❼❽❾❿'];

export const isCircled = (letter: string): boolean => CIRCLED.some((letters) => letters.includes(letter));
export const readCircled = (letter: string): number =>
  Math.max(...CIRCLED.map((letters) => letters.indexOf(letter))) + 1;

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
