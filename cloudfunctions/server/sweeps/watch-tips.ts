import { sql } from 'kysely';
import type { TipState } from '../../../shared/cases/tip';
import type { App } from '../app';
import { holdersOf, onDuty, ring } from '../rings';
import type { Tx } from '../storage/connect';

/** Who does not act within so long after the desk was rung, of him the chief hears. */
const CHIEF_AFTER_MS = 60 * 60_000;
const BATCH = 100;

interface Late {
  court_id: string;
  tip_id: string;
  state: TipState;
  state_since: Date;
  rung: number;
}

/** A tip whose clock has run out rings at the desk, and an hour later at the court's chief. Once each. Returns them. */
export async function watchTips(app: App): Promise<number> {
  for (let rung = 0; ; ) {
    const done = await app.db.transaction().execute((tx) => watchBatch(app, tx));
    rung += done;
    if (done < BATCH) return rung;
  }
}

async function watchBatch(app: App, tx: Tx): Promise<number> {
  const now = app.now();
  const { rows } = await sql<Late>`
    select court_id, tip_id, state, state_since, rung from tips
    where due_at < ${now} and (rung = 0 or (rung = 1 and due_at < ${new Date(now.getTime() - CHIEF_AFTER_MS)}))
    order by due_at limit ${BATCH} for update skip locked`.execute(tx);
  for (const late of rows) {
    const { court_id: courtId, tip_id, state_since, rung } = late;
    const whom = rung === 0 ? await onDuty(tx, courtId, now) : await holdersOf(tx, courtId, ['chief'], now);
    await ring({ app, tx, courtId, now }, whom, {
      kind: 'desk',
      aboutId: `${tip_id}/${state_since.getTime()}`,
      step: rung + 2,
    });
    await tx
      .updateTable('tips')
      .set({ rung: rung + 1 })
      .where('court_id', '=', courtId)
      .where('tip_id', '=', tip_id)
      .execute();
  }
  return rows.length;
}
