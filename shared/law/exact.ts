import type { Fen } from '../money';
import { fen } from '../money';

/** An exact ratio of whole numbers; money is never multiplied by a fraction that a float cannot hold. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,9}))?$/;

/** `'0.0345'` → 345/10000. Throws a RangeError for anything that is not a plain decimal. */
export function ratio(decimal: string): Ratio {
  const match = DECIMAL.exec(decimal);
  if (!match) throw new RangeError(`not a plain decimal: ${decimal}`);
  const places = (match[2] ?? '').replace(/0+$/, '');
  return { numerator: Number(match[1] + places), denominator: 10 ** places.length };
}

/**
 * `numerator / denominator`, half up, for safe whole numbers that are not negative. The quotient may be
 * one off after the division; the rest, which is exact, puts it right (`%` does the same three times slower).
 */
function roundNumber(numerator: number, denominator: number): number {
  let whole = Math.floor(numerator / denominator);
  let rest = numerator - whole * denominator;
  if (rest < 0) {
    whole -= 1;
    rest += denominator;
  }
  return rest * 2 >= denominator ? whole + 1 : whole;
}

function roundBig(numerator: bigint, denominator: bigint): bigint {
  const two = BigInt(2);
  return (numerator * two + denominator) / (denominator * two);
}

/**
 * A sum of whole-number products over one denominator. It stays exact, and is rounded half up to fen only
 * when it is read. Plain numbers serve while they are provably exact; past 2^53 it goes on in bigint
 * (called as a function: an old phone that has no bigint must still be able to parse this file).
 */
export class ExactSum {
  private sum = 0;
  private big: bigint | undefined;

  constructor(private readonly denominator: number) {}

  add(amount: number, days: number, weight: number): void {
    const product = amount * days * weight;
    const next = this.sum + product;
    if (this.big === undefined && Number.isSafeInteger(product) && Number.isSafeInteger(next))
      this.sum = next;
    else this.big = (this.big ?? BigInt(this.sum)) + BigInt(amount) * BigInt(days) * BigInt(weight);
  }

  rounded(): Fen {
    if (this.big === undefined) return fen(roundNumber(this.sum, this.denominator));
    return fen(roundBig(this.big, BigInt(this.denominator)));
  }
}

/** `amount × part.numerator ÷ part.denominator`, rounded half up once. */
export function shareOf(amount: Fen, part: Ratio): Fen {
  const sum = new ExactSum(part.denominator);
  sum.add(amount, 1, part.numerator);
  return sum.rounded();
}
