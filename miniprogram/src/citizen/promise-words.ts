import { type StoredPromise, showShare } from '../../../shared/cases/bounty-notice';
import { type Fen, showYuan } from '../../../shared/money';

export interface Promised extends Pick<StoredPromise, 'mode' | 'shareBp'> {
  fixed: Fen | null;
  cap: Fen | null;
}

/** What is promised, as anybody understands it. */
export function promiseWords({ mode, shareBp, fixed, cap }: Promised): string {
  const most = cap === null ? '' : `，最多 ${showYuan(cap)} 元`;
  if (mode === 'share') return `按线索实际收回金额的 ${showShare(shareBp ?? 0)} 奖励${most}`;
  return `奖励 ${showYuan(fixed ?? (0 as Fen))} 元${most}`;
}
