import { rotateKeys } from '../server/key-rotation/rotate';
import { withApp } from './command';

/** `npm run rotate-keys`: seals everything with today's key. Ctrl-C ends it after the batch; it goes on where it was. */
let isStopped = false;
process.on('SIGINT', () => {
  isStopped = true;
  console.log('\nEnding after this batch; run it again to go on.');
});

await withApp(async (app) => {
  const { resealed, left, isInterrupted } = await rotateKeys(app, {
    isStopped: () => isStopped,
    onProgress: ({ what, looked, of }) => console.log(`${what}: ${looked} of ${of}`),
  });
  console.log(`Sealed anew as ${app.vault.currentPrefix}: ${resealed}. ${ending(left, isInterrupted)}`);
  if (left > 0 && !isInterrupted) process.exitCode = 1;
});

function ending(left: number, isInterrupted: boolean): string {
  if (isInterrupted) return 'Interrupted; keep the old keys and run it again.';
  if (left === 0)
    return 'Nothing is sealed otherwise; older keys can be taken away, once no import can be undone.';
  return `${left} rows or files are still sealed otherwise: restart what runs with older keys and run it again; what cannot be opened stands in the log.`;
}
