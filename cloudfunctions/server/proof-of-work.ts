import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../shared/refusal';
import { isWork } from '../../shared/work';
import type { App } from './app';
import { SEALED } from './sensitive';

type Here = Pick<App, 'db' | 'vault' | 'random' | 'wallClock'>;

const LIFETIME_MS = 2 * 60_000;
/** About a third of a second on a cheap telephone; each doubling of the crowd doubles it. */
const EASIEST = 16;
/** About half a minute there: above it the hard limit is near. */
const HARDEST = 22;

/** Refuses with a task that is solved once, soon, and from the same network. */
export function askForWork(app: Here, network: string, taken: number, free: number): Refusal {
  const bits = Math.min(HARDEST, EASIEST + Math.floor(Math.log2(taken / free)));
  const nonce = Buffer.from(app.random(12)).toString('base64url');
  const head = `${bits}.${app.wallClock().getTime() + LIFETIME_MS}.${nonce}`;
  return new Refusal('prove-work').asking(`${head}.${signatureOf(app, network, head)}`);
}

/** Whether `work`, as `<challenge>:<answer>`, solves a task of ours that nobody has used yet. */
export async function isProven(app: Here, network: string, work: string): Promise<boolean> {
  const [challenge = '', answer = ''] = work.split(':');
  const [bits, expires, nonce, signature = ''] = challenge.split('.');
  const expected = Buffer.from(signatureOf(app, network, `${bits}.${expires}.${nonce}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const until = new Date(Number(expires));
  return until > app.wallClock() && isWork(challenge, answer) && (await isFirstUse(app, nonce!, until));
}

const signatureOf = ({ vault }: Here, network: string, head: string): string =>
  vault.index(SEALED.attempt, `work ${network} ${head}`);

async function isFirstUse({ db, vault }: Here, nonce: string, until: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('turns')
    .values({ subject: vault.index(SEALED.attempt, `work done ${nonce}`), ends_at: until, taken: 1 })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
