import { showMoment } from '../../shared/day';
import type { SignedIn } from './context';

/** Who looked and when, as it lies over every page with party data. */
export function watermark({ caller, now }: Pick<SignedIn, 'caller' | 'now'>): string {
  return `${caller.name} ${caller.accountId.slice(-4)} ${showMoment(now)}`;
}
