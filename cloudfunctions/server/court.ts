import type { Context } from './context';

/** The court as the pages name it. */
export function courtOf({ tx, courtId }: Pick<Context, 'tx' | 'courtId'>) {
  return tx
    .selectFrom('courts')
    .select(['name', 'phone', 'county'])
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
}
