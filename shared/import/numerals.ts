const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100 };

/** 三十 → 30, 一百二十 → 120, 15 → 15; null for anything else. */
export function readCount(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (!/^[〇零一二两三四五六七八九十百]{1,7}$/.test(text)) return null;
  let total = 0;
  let pending: number | null = null;
  for (const letter of text) {
    const unit = UNITS[letter];
    if (unit) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else {
      pending = digitOf(letter);
    }
  }
  return total + (pending ?? 0);
}

const digitOf = (letter: string): number =>
  letter === '零' ? 0 : letter === '两' ? 2 : DIGITS.indexOf(letter);

/** 二〇二四年三月五日 → 2024年3月5日, as instruments write their dates. */
export function arabicDate(text: string): string {
  return text
    .replace(/([〇零○OＯ一二三四五六七八九]{4})年/g, (_, year: string) => `${yearOf(year)}年`)
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日号])/g, (letters: string) => String(readCount(letters)));
}

const yearOf = (letters: string): string =>
  Array.from(letters, (letter) => (/[○OＯ]/.test(letter) ? 0 : digitOf(letter))).join('');
