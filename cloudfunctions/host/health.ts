import type { Symptom } from '../../shared/reminders/symptoms';
import type { App } from '../server/app';
import { lastSweepAt, symptomsOf } from '../server/watch';

export interface Health {
  ok: boolean;
  version: string;
  database: 'ok' | 'unreachable';
  /** What is wrong, by code. */
  symptoms: Symptom[];
  /** When the last sweep ended well; null before the first. */
  lastSweepAt: string | null;
  sweepAgeSeconds: number | null;
}

/** `since`: when this process began, or its clock was moved; nobody can have swept before. */
export async function examine(app: App, version: string, since: Date): Promise<Health> {
  try {
    const symptoms = (await symptomsOf(app, since)).map(({ symptom }) => symptom);
    const swept = await lastSweepAt(app);
    return {
      ok: symptoms.length === 0,
      version,
      database: 'ok',
      symptoms,
      lastSweepAt: swept?.toISOString() ?? null,
      sweepAgeSeconds: swept && Math.floor((app.now().getTime() - swept.getTime()) / 1000),
    };
  } catch {
    return {
      ok: false,
      version,
      database: 'unreachable',
      symptoms: [],
      lastSweepAt: null,
      sweepAgeSeconds: null,
    };
  }
}
