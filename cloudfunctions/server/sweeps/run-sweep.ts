import type { App } from '../app';
import { anchorAudit } from '../audit-proof/anchor-audit';
import { applyWaitingReports } from '../carrier-reports/waiting';
import { describeFault } from '../faults';
import { forgetTurns } from '../rate-limits';
import { answerCodeAsks } from './answer-code-asks';
import { askCarriers } from './ask-carriers';
import { failOverChats } from './chat-failover';
import { checkTips } from './check-tips';
import { reclaimExpired } from './claims';
import { deliverNotices } from './deliver-notices';
import { endBounties } from './end-bounties';
import { eraseExpired } from './erase-expired';
import { escalateTasks } from './escalate-tasks';
import { expireImports } from './expire-imports';
import { forgetReports } from './forget-reports';
import { nudgeIdleVisits } from './nudge-idle-visits';
import { planDueReminders } from './plan-reminders';
import { ringPeople } from './ring-people';
import { watchTips } from './watch-tips';
import { sendDigests } from './weekly-digest';

export interface SweepTotals {
  planned: number;
  delivered: number;
  failed: number;
  /** Nobody knows whether these arrived. */
  unknown: number;
  suppressed: number;
}

type Stage = [name: string, run: () => Promise<unknown>];

/**
 * One sweep: plans what is due, sends what may leave, and leaves a row in `sweep_runs`. Run twice, or by two at
 * once, it comes to the same. A stage that fails does not keep the next from running; the sweep then fails.
 */
export async function runSweep(app: App): Promise<SweepTotals> {
  const runId = app.newId('run');
  const totals: SweepTotals = { planned: 0, delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
  await app.db.insertInto('sweep_runs').values({ run_id: runId, started_at: app.now() }).execute();
  const failures = await runStages(app, runId, stagesOf(app, runId, totals));
  await app.db
    .updateTable('sweep_runs')
    .set({ ...totals, finished_at: app.now(), error: failures.map(({ words }) => words).join('; ') || null })
    .where('run_id', '=', runId)
    .execute();
  if (failures[0]) throw failures[0].error;
  return totals;
}

function stagesOf(app: App, runId: string, totals: SweepTotals): Stage[] {
  const addTo = (kind: keyof SweepTotals) => (count: number) => {
    totals[kind] += count;
  };
  return [
    ['reclaim-notices', () => reclaimExpired(app).then(addTo('unknown'))],
    ['carrier-reports', () => applyWaitingReports(app)],
    ['escalate-tasks', () => escalateTasks(app).then(addTo('planned'))],
    ['nudge-idle-visits', () => nudgeIdleVisits(app).then(addTo('planned'))],
    ['weekly-digest', () => sendDigests(app).then(addTo('planned'))],
    ['plan-reminders', () => planDueReminders(app).then(addTo('planned'))],
    ['end-bounties', () => endBounties(app)],
    ['watch-tips', () => watchTips(app)],
    ['check-tips', () => checkTips(app)],
    ['ring-people', () => ringPeople(app)],
    ['code-asks', () => answerCodeAsks(app)],
    ['chat-failover', () => failOverChats(app, runId).then(addTo('failed'))],
    ['deliver-notices', () => deliverNotices(app, runId, totals)],
    ['ask-carriers', () => askCarriers(app)],
    ['forget-reports', () => forgetReports(app)],
    ['forget-turns', () => forgetTurns(app)],
    ['expire-imports', () => expireImports(app)],
    ['erase-expired', () => eraseExpired(app)],
    ['anchor-audit', () => anchorAudit(app)],
  ];
}

async function runStages(app: App, runId: string, stages: Stage[]) {
  const failures: { words: string; error: unknown }[] = [];
  for (const [name, run] of stages) {
    try {
      await run();
    } catch (error) {
      const fault = describeFault(error);
      app.log({ level: 'error', stage: name, runId, ...fault });
      failures.push({ words: `${name}: ${fault.error} ${fault.code ?? ''}`.trim(), error });
    }
  }
  return failures;
}
