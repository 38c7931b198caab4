/** 统一社会信用代码, GB 32100-2015: 31 letters, weights 3^i mod 31. */
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Registering office and kind of body, as the standard and its supplements list them. */
const OFFICE = '(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-59]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)';
const FORM = new RegExp(`^${OFFICE}\\d{6}[${LETTERS}]{10}$`);

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
