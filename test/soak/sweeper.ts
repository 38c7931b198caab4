import { setTimeout as pause } from 'node:timers/promises';
import { describeFault } from '../../cloudfunctions/server/faults';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { soakApp, type Where } from './soak-app';

/** What a sweeping process tells the runner that started it. */
export type Word =
  | { kind: 'ready' }
  | { kind: 'run'; runId: string }
  /** One sweep has ended; `clock` is the number of the clock's last move before it began. */
  | { kind: 'swept'; clock: number; moved: number; fault?: string };

/** The clock's place against this machine's, and the how-manieth place that is. */
export interface ClockMove {
  offsetMs: number;
  move: number;
}

const tell = (word: Word) => process.send!(word);
let clock: ClockMove = JSON.parse(process.env.SOAK_CLOCK!);
process.on('message', (move: ClockMove) => {
  clock = move;
});
process.on('disconnect', () => process.exit(0));

const app = soakApp(
  JSON.parse(process.env.SOAK_WHERE!) as Where,
  () => new Date(Date.now() + clock.offsetMs),
);
const newId = app.newId;
app.newId = (kind) => {
  const id = newId(kind);
  if (kind === 'run') tell({ kind: 'run', runId: id });
  return id;
};

void sweepOnAndOn();

async function sweepOnAndOn(): Promise<never> {
  tell({ kind: 'ready' });
  for (;;) {
    const { move } = clock;
    try {
      const { planned, delivered, failed, unknown, suppressed } = await runSweep(app);
      tell({ kind: 'swept', clock: move, moved: planned + delivered + failed + unknown + suppressed });
    } catch (error) {
      const { error: name, code } = describeFault(error);
      tell({ kind: 'swept', clock: move, moved: 0, fault: `${name} ${code ?? ''}`.trim() });
    }
    await pause(40);
  }
}
