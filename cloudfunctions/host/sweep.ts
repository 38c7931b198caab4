import { runSweep } from '../server/sweeps/run-sweep';
import { withApp } from './command';

/** `npm run sweep`: one sweep now, one line of counts. */
await withApp(async (app) => {
  const { planned, delivered, failed, suppressed } = await runSweep(app);
  console.log(`planned ${planned}, delivered ${delivered}, failed ${failed}, suppressed ${suppressed}`);
});
