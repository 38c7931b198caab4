import { sql } from 'kysely';
import { type ActionName, actions, isActionName } from '../../shared/actions';
import { ACCESS } from '../../shared/cases/access';
import { Refusal } from '../../shared/refusal';
import type { App } from './app';
import { askForWork, isProven } from './proof-of-work';
import { SEALED } from './sensitive';
import type { Session } from './tokens';

/** How much in a window. */
export interface Limit {
  most: number;
  seconds: number;
}

export interface Limits {
  /** Everything one account asks, and what of it changes something: a liaison's outbox sends a whole day at once. */
  account: Limit;
  accountWrites: Limit;
  /** Whatever comes from one address, and what of it knocks at the open doors: behind one a whole town may stand. */
  address: Limit;
  addressOpen: Limit;
  /** So much of that is free; for each more the caller's device has to work first. */
  openFreely: number;
  /** What only the bot asks, for everybody who writes to it. */
  bot: Limit;
}

export const LIMITS: Limits = {
  account: { most: 300, seconds: 60 },
  accountWrites: { most: 120, seconds: 60 },
  address: { most: 3_000, seconds: 60 },
  addressOpen: { most: 600, seconds: 60 },
  openFreely: 40,
  bot: { most: 6_000, seconds: 60 },
};

export interface Caller {
  session: Session | null;
  openid: string | null;
  clientAddress: string;
}

/** Counts the call; refuses when there were too many. Counted before anything else, and kept whatever comes of it. */
export async function takeTurn(
  app: App,
  { action, work }: { action: string; work?: string },
  caller: Caller,
): Promise<void> {
  if (!app.limits) return;
  const wanted = subjectsOf(app.limits, action, caller);
  const rows = wanted.map(([subject, limit]) => ({ key: app.vault.index(SEALED.attempt, subject), limit }));
  // Always in one order, so that two calls never wait for each other.
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  if (rows.length === 0) return;
  const now = app.wallClock();
  const taken = await sql<{ subject: string; taken: number; ends_at: Date }>`
    insert into turns (subject, ends_at, taken)
    select subject, ${now}::timestamptz + seconds * interval '1 second', 1
    from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ limit }) => limit.seconds)}::integer[])
      as t(subject, seconds)
    on conflict (subject) do update set
      taken = case when turns.ends_at <= ${now} then 1 else turns.taken + 1 end,
      ends_at = case when turns.ends_at <= ${now} then excluded.ends_at else turns.ends_at end
    returning subject, taken, ends_at`.execute(app.db);
  for (const { key, limit } of rows) {
    const row = taken.rows.find(({ subject }) => subject === key)!;
    if (row.taken <= limit.most) continue;
    const wait = Math.max(1, Math.ceil((row.ends_at.getTime() - now.getTime()) / 1_000));
    throw new Refusal('too-often', { seconds: wait }).after(wait);
  }
  if (!caller.clientAddress || !isOpenDoor(action)) return;
  const network = networkOf(caller.clientAddress);
  const key = app.vault.index(SEALED.attempt, subjectOfOpen(network));
  const { taken: knocks } = taken.rows.find(({ subject }) => subject === key)!;
  if (knocks <= app.limits.openFreely || (work && (await isProven(app, network, work)))) return;
  throw askForWork(app, network, knocks, app.limits.openFreely);
}

const subjectOfOpen = (network: string) => `open from ${network}`;

function subjectsOf(limits: Limits, action: string, { session, openid, clientAddress }: Caller) {
  if (session && isBots(action)) return [[`bot ${session.accountId}`, limits.bot] as [string, Limit]];
  const subjects: [string, Limit][] = [];
  const who = session ? `account ${session.accountId}` : openid ? `openid ${openid}` : null;
  if (who) {
    subjects.push([`turns ${who}`, limits.account]);
    if (isWrite(action)) subjects.push([`writes ${who}`, limits.accountWrites]);
  }
  if (clientAddress) {
    const from = networkOf(clientAddress);
    subjects.push([`turns from ${from}`, limits.address]);
    if (isOpenDoor(action)) subjects.push([subjectOfOpen(from), limits.addressOpen]);
  }
  return subjects;
}

/** Whoever else calls them is refused at the door. */
const isBots = (action: string) => isActionName(action) && ACCESS[action].who.join() === 'bot';

const isWrite = (action: string) => isActionName(action) && actions[action].effect === 'write';
/** What strangers can try things at; what a name of no action is, too. */
const isOpenDoor = (action: string) =>
  !isActionName(action) || (ACCESS[action as ActionName].who.includes('public') && isWrite(action));

/** A household has 2^64 addresses of the new kind and one network: the first half. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Windows that are over say nothing any more. */
export async function forgetTurns({ db, wallClock }: Pick<App, 'db' | 'wallClock'>): Promise<void> {
  await db.deleteFrom('turns').where('ends_at', '<=', wallClock()).execute();
}
