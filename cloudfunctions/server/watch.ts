import { sql } from 'kysely';
import { isQuiet } from '../../shared/reminders/quiet-hours';
import { type AlarmKind, isAlarm, type Symptom, symptomSentence } from '../../shared/reminders/symptoms';
import type { App } from './app';
import { chatDown, oldestDistress } from './chat/watch';
import { describeFault } from './faults';
import type { Db } from './storage/connect';

/** A sweep runs every minute; five without one are no accident. */
export const QUIET_SECONDS = 300;
const CARRIER_DOWN = sql`interval '10 minutes'`;
const OUTBOX_LATE = sql`interval '30 minutes'`;
const PATIENCE_MS = 5_000;

export interface Sick {
  symptom: Symptom;
  since: Date;
}

/** When the last sweep ended well; null before the first. */
export async function lastSweepAt({ db, now }: Pick<App, 'db' | 'now'>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(finished_at) as at from sweep_runs where error is null and finished_at <= ${now()}`.execute(
    db,
  );
  return rows[0]?.at ?? null;
}

/** What is wrong at this moment. `patientSince`: nobody can have swept before. */
export async function symptomsOf(
  app: Pick<App, 'db' | 'now' | 'wallClock'>,
  patientSince: Date,
): Promise<Sick[]> {
  const now = app.now();
  const swept = await lastSweepAt(app);
  const quietSince = swept && swept > patientSince ? swept : patientSince;
  const sick: Sick[] = await carriersDown(app.db, now);
  if (now.getTime() - quietSince.getTime() >= QUIET_SECONDS * 1000) {
    sick.push({ symptom: 'sweep-missing', since: quietSince });
  }
  const late = isQuiet(now) ? null : await outboxLate(app.db, now, patientSince);
  if (late) sick.push({ symptom: 'outbox-late', since: late });
  const silent = await chatDown(app);
  if (silent) sick.push({ symptom: 'chat-down', since: silent });
  return sick;
}

async function carriersDown(db: Db, now: Date): Promise<Sick[]> {
  const { rows } = await sql<{ channel: 'sms' | 'subscribe'; since: Date }>`
    select channel, failing_since as since from carriers
    where failing_since < ${now}::timestamptz - ${CARRIER_DOWN} order by channel`.execute(db);
  return rows.map(({ channel, since }) => ({ symptom: `${channel}-down`, since }));
}

/** What waits for a carrier that is down is that carrier's trouble, and what came in the night waits since morning. */
async function outboxLate(db: Db, now: Date, patientSince: Date): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(oldest.not_before) as since
    from carriers c
    cross join lateral (
      select o.not_before from outbox o
      where o.channel = c.channel and o.claimed_by is null
      order by o.not_before limit 1) oldest
    where c.failing_since is null`.execute(db);
  const since = rows[0]?.since;
  if (!since) return null;
  const from = since > patientSince ? since : patientSince;
  const { rows: late } = await sql<{ is: boolean }>`
    select ${from}::timestamptz < ${now}::timestamptz - ${OUTBOX_LATE} as is`.execute(db);
  return late[0]!.is ? since : null;
}

/**
 * Tells whoever is on duty what has gone wrong and what is well again, each once, however many processes look. A call
 * that fails is made again at the next look.
 */
export async function tellAlarms(app: App, patientSince: Date): Promise<void> {
  const sick: { symptom: AlarmKind; since: Date }[] = await symptomsOf(app, patientSince);
  const distress = await oldestDistress(app.db);
  if (distress) sick.push({ symptom: 'chat-distress', since: distress });
  for (const { symptom, since } of sick) {
    await app.db
      .insertInto('alarms')
      .values({ kind: symptom, since })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  for (const { kind, since, told_at } of await app.db.selectFrom('alarms').selectAll().execute()) {
    if (!isAlarm(kind)) continue;
    const isOver = !sick.some(({ symptom }) => symptom === kind);
    if (isOver) await tellOver(app, kind, since, told_at !== null);
    else if (!told_at) await tellFirst(app, kind, since);
  }
}

/** Whoever sets the mark calls. */
async function tellFirst(app: App, symptom: AlarmKind, since: Date): Promise<void> {
  const mine = await app.db
    .updateTable('alarms')
    .set({ told_at: app.now() })
    .where('kind', '=', symptom)
    .where('told_at', 'is', null)
    .returning('kind')
    .executeTakeFirst();
  if (!mine || (await call(app, symptom, since, false))) return;
  await app.db.updateTable('alarms').set({ told_at: null }).where('kind', '=', symptom).execute();
}

/** What nobody was told of needs no all-clear. */
async function tellOver(app: App, symptom: AlarmKind, since: Date, wasTold: boolean): Promise<void> {
  const gone = await app.db
    .deleteFrom('alarms')
    .where('kind', '=', symptom)
    .returning(['kind', 'since', 'told_at'])
    .executeTakeFirst();
  if (!gone || !wasTold || (await call(app, symptom, since, true))) return;
  await app.db
    .insertInto('alarms')
    .values(gone)
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Readable by a robot of a WeCom group, and by any program. True when it was taken, or when nobody wants to know. */
async function call(app: App, symptom: AlarmKind, since: Date, isOver: boolean): Promise<boolean> {
  if (!app.alarmWebhook) return true;
  const content = symptomSentence(symptom, isOver);
  const body = { msgtype: 'text', text: { content }, code: symptom, isOver, since: since.toISOString() };
  try {
    const answer = await fetch(app.alarmWebhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    app.log({ level: 'error', at: 'alarm', ...describeFault(error) });
    return false;
  }
}
