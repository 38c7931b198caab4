import { type Settings, SetupError } from '../server/settings';
import { runSweep, type SweepTotals } from '../server/sweeps/run-sweep';
import { settingsFromEnvironment, wire } from '../server/wiring';

/** `npm run sweep`: one sweep now, one line of counts. */
async function sweepOnce(settings: Settings): Promise<SweepTotals> {
  return settings.mode === 'demo' ? askRunningDemo(settings) : sweepHere(settings);
}

async function sweepHere(settings: Settings): Promise<SweepTotals> {
  const app = wire(settings);
  try {
    return await runSweep(app);
  } finally {
    await app.db.destroy();
  }
}

/** A demo's database, its carriers and its clock live in the process of `npm start`, so that does the sweep. */
async function askRunningDemo({ host, port }: Settings): Promise<SweepTotals> {
  const answer = await fetch(`http://${host}:${port}/demo/sweep`, { method: 'POST' }).catch(() => null);
  if (!answer) {
    throw new SetupError(
      `Nothing answers at http://${host}:${port}. Start the demo with "npm start" and try again; ` +
        'for a court of its own set ZHIQIAN_MODE=production.',
    );
  }
  const body = (await answer.json().catch(() => null)) as { ok: true; data: SweepTotals } | null;
  if (!body?.ok)
    throw new SetupError(`The sweep failed; the log of "npm start" says why (${answer.status}).`);
  return body.data;
}

try {
  const { planned, delivered, failed, suppressed } = await sweepOnce(settingsFromEnvironment());
  console.log(`planned ${planned}, delivered ${delivered}, failed ${failed}, suppressed ${suppressed}`);
} catch (error) {
  // What went wrong in a sweep is in the log by now, without personal data; here stands only what the operator can mend.
  console.error(error instanceof SetupError ? error.message : 'The sweep failed; see the log above.');
  process.exitCode = 1;
}
