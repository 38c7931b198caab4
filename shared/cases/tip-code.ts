/** The 16 digits by which a tipster comes back: 15 by chance, and one that finds a slip of the pen. */
export const TIP_CODE_DIGITS = 16;

/** Draws a code from random bytes. `random` is asked again until there are digits enough, each as likely as the others. */
export function makeTipCode(random: (bytes: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < TIP_CODE_DIGITS - 1) {
    for (const byte of random(24)) {
      if (byte < 250 && digits.length < TIP_CODE_DIGITS - 1) digits += byte % 10;
    }
  }
  return digits + checkDigit(digits);
}

/** By Luhn: one wrong digit, and nearly every swap of neighbours, is found. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (const [at, letter] of [...digits].reverse().entries()) {
    const doubled = Number(letter) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** As people write it: with spaces, dashes, or the wide digits of a Chinese keyboard. */
export const plainTipCode = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-－—]/g, '');

export function isTipCode(code: string): boolean {
  return /^\d{16}$/.test(code) && checkDigit(code.slice(0, -1)) === Number(code.slice(-1));
}

/** 1234 5678 9012 3452. */
export const showTipCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');
