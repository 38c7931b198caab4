import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import type { RewardRow } from './rows';

/** Whoever acts on the payee has opened who it is, on another's word, and not longer ago than that word holds. */
export async function ensureOpened({ tx, courtId, caller, now }: SignedIn, reward: RewardRow): Promise<void> {
  const opening = await tx
    .selectFrom('tipster_openings')
    .select('opening_id')
    .where('court_id', '=', courtId)
    .where('tip_id', '=', reward.tip_id)
    .where('asked_by', '=', caller.accountId)
    .where('state', '=', 'granted')
    .where('expires_at', '>', now)
    .where('opened', '>', 0)
    .executeTakeFirst();
  if (!opening) throw new Refusal('reward-needs-opening');
}
