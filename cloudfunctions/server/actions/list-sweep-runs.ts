import { alarmWords, isAlarm, STAGE_WORDS } from '../../../shared/reminders/symptoms';
import type { Handler } from '../context';

const MOST = 60;

export const listSweepRuns: Handler<'list-sweep-runs'> = async (_, { tx }) => {
  const runs = await tx
    .selectFrom('sweep_runs')
    .selectAll()
    .orderBy('started_at', 'desc')
    .limit(MOST)
    .execute();
  const alarms = await tx.selectFrom('alarms').select(['kind', 'since']).orderBy('since').execute();
  return {
    alarms: alarms.flatMap(({ kind, since }) =>
      isAlarm(kind) ? [{ words: alarmWords(kind), since: since.toISOString() }] : [],
    ),
    runs: runs.map(({ started_at, finished_at, planned, delivered, failed, unknown, suppressed, error }) => ({
      ...{ planned, delivered, failed, unknown, suppressed },
      startedAt: started_at.toISOString(),
      finishedAt: finished_at?.toISOString() ?? null,
      failedStages: stagesIn(error),
    })),
  };
};

/** Of what failed only where: the rest is for the log. */
const stagesIn = (error: string | null): string[] =>
  (error ?? '').split('; ').flatMap((one) => {
    const stage = one.split(':')[0]!;
    return stage ? [STAGE_WORDS[stage] ?? '其他步骤'] : [];
  });
