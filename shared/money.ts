import { Refusal } from './refusal';

/** An amount of money in whole fen (分, 1/100 yuan). Always a safe integer, never a fraction. */
export type Fen = number & { readonly __unit: 'fen' };

export const ZERO_FEN = 0 as Fen;

/** Checks that `n` is a whole, safe number of fen. Throws a RangeError: a bad value here is our bug. */
export function fen(n: number | bigint): Fen {
  const value = Number(n);
  if (!Number.isSafeInteger(value) || (typeof n === 'bigint' && BigInt(value) !== n)) {
    throw new RangeError('an amount must be a whole, safe number of fen');
  }
  return value as Fen;
}

const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Reads yuan as people type them ("1,234.5", "¥80", full-width digits). Throws `amount-unreadable`. */
export function parseYuan(text: string): Fen {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '')
    .trim();
  const match = YUAN.exec(plain);
  if (!match) throw new Refusal('amount-unreadable');
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0));
}

/** `123456` fen → `"1234.56"`. Exact; no thousands separator. */
export function yuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `123456` fen → `"1,234.56"`, as money is shown to people. */
export function showYuan(amount: Fen): string {
  return yuan(amount).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}

export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);
