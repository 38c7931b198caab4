import type { Day } from '../../../shared/day';
import type { Tx } from '../storage/connect';

/** Whether this is still to be done on this day; whoever is told so does it, in the same transaction. */
export async function isFirst(tx: Tx, mark: string, day: Day, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sweep_marks')
    .values({ mark, day, at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
