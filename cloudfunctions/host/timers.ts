import type { App } from '../server/app';
import { describeFault } from '../server/faults';
import type { SweepTotals } from '../server/sweeps/run-sweep';
import { tellAlarms } from '../server/watch';
import { HostContext } from '../server/wiring';
import { main as sweep } from '../sweep';

const MINUTE_MS = 60_000;

export interface Timers {
  /** Ends the timers; settles when what is under way is done. */
  stop(): Promise<void>;
}

/** The sweep's door, as the platform's timer would call it. */
export const sweepOnce = (): Promise<SweepTotals> => sweep({}, new HostContext({}));

/** A sweep now, and again a minute after each; and a look of its own, because a sweep that is missing tells nobody. */
export function startTimers(app: App, patientSince: () => Date): Timers {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = () => {
    running = sweepQuietly(app).then(() => {
      if (!stopped) timer = setTimeout(round, MINUTE_MS);
    });
  };
  round();
  let looking = Promise.resolve();
  const watch = setInterval(() => {
    looking = lookQuietly(app, patientSince());
  }, MINUTE_MS);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(watch);
      await Promise.all([running, looking]);
    },
  };
}

async function lookQuietly(app: App, patientSince: Date): Promise<void> {
  try {
    await tellAlarms(app, patientSince);
  } catch (error) {
    app.log({ level: 'error', at: 'watch', ...describeFault(error) });
  }
}

/** A sweep that fails leaves its note in `sweep_runs`, and the next one tries again. */
async function sweepQuietly(app: App): Promise<void> {
  try {
    await sweepOnce();
  } catch (error) {
    app.log({ level: 'error', at: 'sweep', ...describeFault(error) });
  }
}
