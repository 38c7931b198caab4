import { Refusal } from '../../shared/refusal';
import { describeFault } from '../server/faults';
import { runSweep, type SweepTotals } from '../server/sweeps/run-sweep';
import { tellAlarms } from '../server/watch';
import { theApp, trustedContext } from '../server/wiring';

/** The timer's door. On CloudBase the platform's timer calls it; on one machine the host's. No visitor may. */
export async function main(_event: unknown, platformContext: unknown): Promise<SweepTotals> {
  if (trustedContext(platformContext).openid) throw new Refusal('not-for-your-role');
  const app = await theApp();
  try {
    return await runSweep(app);
  } finally {
    // Where there is no host to look, this is the moment at which somebody does.
    await tellAlarms(app, new Date(0)).catch((error) =>
      app.log({ level: 'error', at: 'watch', ...describeFault(error) }),
    );
  }
}
