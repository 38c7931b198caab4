import type { App } from './app';
import type { Db, Tx } from './storage/connect';

/** The court whose door this is: the one that the settings name, or else the first. Null when it is not there. */
export async function ownCourt({ courtId }: Pick<App, 'courtId'>, db: Db | Tx): Promise<string | null> {
  const court = await db
    .selectFrom('courts')
    .select('court_id')
    .$if(courtId !== null, (courts) => courts.where('court_id', '=', courtId!))
    .orderBy('court_id')
    .executeTakeFirst();
  return court?.court_id ?? null;
}
