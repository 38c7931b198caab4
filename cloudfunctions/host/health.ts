import { sql } from 'kysely';
import type { App } from '../server/app';

export interface Health {
  ok: boolean;
  version: string;
  database: 'ok' | 'unreachable';
  /** When the last sweep ended well; null before the first. */
  lastSweepAt: string | null;
  sweepAgeSeconds: number | null;
}

/** A sweep runs every minute; five without one are no accident. */
const QUIET_SECONDS = 300;

/** `since`: when this process began, or its clock was moved; nobody can have swept before. */
export async function examine(app: App, version: string, since: Date): Promise<Health> {
  try {
    const swept = await lastSweep(app);
    const age = (from: Date) => Math.floor((app.now().getTime() - from.getTime()) / 1000);
    const quiet = Math.min(age(since), swept ? Math.max(0, age(swept)) : Number.POSITIVE_INFINITY);
    return {
      ok: quiet < QUIET_SECONDS,
      version,
      database: 'ok',
      lastSweepAt: swept?.toISOString() ?? null,
      sweepAgeSeconds: swept && age(swept),
    };
  } catch {
    return { ok: false, version, database: 'unreachable', lastSweepAt: null, sweepAgeSeconds: null };
  }
}

async function lastSweep(app: App): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(finished_at) as at from sweep_runs where error is null and finished_at <= ${app.now()}`.execute(
    app.db,
  );
  return rows[0]?.at ?? null;
}
