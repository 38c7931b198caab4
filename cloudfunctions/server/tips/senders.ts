import { sql } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { Context } from '../context';
import { SEALED } from '../sensitive';

const A_DAY_MS = 24 * 3_600_000;
/** Tips, and photos, that one device may send in a day. */
const MOST_TIPS = 20;
const MOST_PHOTOS = 60;
/** From one device: what comes beyond these in a day stands behind everybody else's. */
export const IN_TURN = 5;

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

/** What a device calls itself, as it is kept. */
export const senderOf = ({ app }: Pick<Context, 'app'>, device: string): string =>
  app.tipVault.index(SEALED.tipSender, device);

/** Refuses a device that staff have blocked, and one that floods. */
export async function ensureMaySend(here: Here, sender: string, what: 'tips' | 'photos'): Promise<void> {
  const { tx, courtId, now } = here;
  const since = new Date(now.getTime() - A_DAY_MS);
  const { rows } = await sql<{ blocked: boolean; tips: number; photos: number }>`
    select exists (select from tip_blocks
        where court_id = ${courtId} and sender_index = ${sender} and until > ${now}) as blocked,
      (select count(*)::int from tips
        where court_id = ${courtId} and sender_index = ${sender} and received_at > ${since}) as tips,
      (select count(*)::int from tip_photos
        where court_id = ${courtId} and sender_index = ${sender} and reserved_at > ${since}) as photos`.execute(
    tx,
  );
  const { blocked, tips, photos } = rows[0]!;
  if (blocked) throw new Refusal('tip-blocked');
  if (what === 'tips' ? tips >= MOST_TIPS : photos >= MOST_PHOTOS) throw new Refusal('tip-too-often');
}
