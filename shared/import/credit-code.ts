/** 统一社会信用代码, GB 32100-2015: 31 letters, weights 3^i mod 31. */
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[1-9A-NY][1-59][0-9A-HJ-NPQRTUWXY]{15}[0-9A-HJ-NPQRTUWXY]$/;

export function isCreditCode(text: string): boolean {
  return FORM.test(text) && creditCheckLetter(text) === text[17];
}

/** The 18th letter that belongs to the first 17. */
export function creditCheckLetter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of code.slice(0, 17)) {
    sum += LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return LETTERS[(31 - (sum % 31)) % 31]!;
}
