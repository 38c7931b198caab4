import { Refusal } from '../../shared/refusal';
import { runSweep, type SweepTotals } from '../server/sweeps/run-sweep';
import { theApp, trustedContext } from '../server/wiring';

/** The timer's door. On CloudBase the platform's timer calls it; on one machine the host's. No visitor may. */
export async function main(_event: unknown, platformContext: unknown): Promise<SweepTotals> {
  if (trustedContext(platformContext).openid) throw new Refusal('not-for-your-role');
  return runSweep(await theApp());
}
