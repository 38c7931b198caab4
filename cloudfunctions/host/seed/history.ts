import { sql } from 'kysely';
import { addDays, instantOf } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import { escalateBatch } from '../../server/sweeps/escalate-tasks';
import { planBatch } from '../../server/sweeps/plan-reminders';
import type { Event } from './agenda';
import { deliver, type Fates } from './deliveries';
import type { Stage } from './stage';

/** How a history went; an event that the rules refuse has simply not happened. */
export interface Played {
  events: number;
  refused: { caseNumber: string; code: string }[];
}

/** Plays a history day by day: in the morning the sweep, then what people do, each followed by its messages. */
export async function play(stage: Stage, days: [number, Event[]][], fates: Fates): Promise<Played> {
  const played: Played = { events: 0, refused: [] };
  for (const [nth, [offset, events]] of days.entries()) {
    if (nth % 10 === 1) await lookAtTables(stage);
    const today = addDays(stage.today, offset);
    stage.setNow(instantOf(today, 8, 1));
    await sweep(stage);
    await deliver(stage, fates);
    await playDay(stage, events, fates, played);
    stage.setNow(instantOf(today, 19));
    await deliver(stage, fates);
  }
  return played;
}

/** Messages of a case leave before something else happens to it; those of other cases may leave together. */
async function playDay(stage: Stage, events: Event[], fates: Fates, played: Played): Promise<void> {
  const touched = new Set<string>();
  for (const { at, caseNumber, run } of events) {
    if (touched.has(caseNumber)) {
      await deliver(stage, fates);
      touched.clear();
    }
    stage.setNow(at);
    touched.add(caseNumber);
    played.events += 1;
    await run().catch((error) => {
      if (!(error instanceof Refusal)) throw error;
      played.refused.push({ caseNumber, code: error.code });
    });
  }
}

/** Within one transaction nobody else counts the rows for us, and every plan would be one for empty tables. */
export async function lookAtTables({ tx }: Stage): Promise<void> {
  await sql`analyze`.execute(tx);
}

async function sweep({ app, tx }: Stage): Promise<void> {
  await escalateBatch(app, tx, '');
  await planBatch(app, tx);
}
