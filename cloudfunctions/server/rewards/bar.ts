import type { Context } from '../context';

/** Its giver may not be paid; the claim passes to the next in order. */
export async function barTip({ tx, courtId }: Pick<Context, 'tx' | 'courtId'>, tipId: string): Promise<void> {
  await tx
    .updateTable('tips')
    .set({ barred: true })
    .where('court_id', '=', courtId)
    .where('tip_id', '=', tipId)
    .execute();
}
