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
