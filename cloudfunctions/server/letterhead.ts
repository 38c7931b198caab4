import type { Place } from '../../shared/reminders/wording';
import type { Context } from './context';

/** What is the same in every message of this court. */
export async function letterheadOf({
  tx,
  courtId,
  app,
}: Pick<Context, 'tx' | 'courtId' | 'app'>): Promise<Place> {
  const { name, phone, hotline } = await tx
    .selectFrom('courts')
    .select(['name', 'phone', 'hotline'])
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  return { courtName: name, courtPhone: phone, hotline, site: app.publicUrl };
}
