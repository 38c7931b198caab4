import { type Fen, parseYuan } from '../../../shared/money';
import { REFUSALS } from '../../../shared/refusals';

export const AMOUNT_UNREADABLE = REFUSALS['amount-unreadable'].message;

/** Money above zero as people type it; null while it cannot be read. */
export function readYuan(text: string): Fen | null {
  try {
    const amount = parseYuan(text);
    return amount > 0 ? amount : null;
  } catch {
    return null;
  }
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** 「10.5」 or 「10.5%」 → 1050 hundredths of a percent, without a fraction on the way; null while it cannot be read. */
export function readShare(typed: string): number | null {
  const match = PERCENT.exec(typed.normalize('NFKC').replace(/[\s%]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
