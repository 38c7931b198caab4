import { dayAt } from '../../shared/day';
import type { Entry, Evidence } from './check';
import type { Leavings } from './outbox-watch';
import type { SeenCall } from './soak-carriers';

export interface DoubtCount {
  /** The carrier cut the call, or its answer came too late or could not be read. */
  cut: number;
  /** The sender was killed between the mark and the end. */
  senderKilled: number;
  /** The sender lived on, but the database went away under it. */
  databaseGone: number;
  /** Of those whose sender was killed: how many the carrier heard of. */
  heard: number;
  mostPerKill: number;
}

/** Calls that one process makes at a time: handfuls at a time, by channel, with those who are told along. */
const MOST_IN_FLIGHT = 2 * 2 * 100 * 2;
/** What leaves a message in doubt. */
const DOUBTFUL = new Set(['status', 'malformed', 'hang', 'drop']);

/** `unknown` are only those whose call was cut, or whose sender died over it. */
export function checkDoubts(
  { carriers, herd, done }: Evidence,
  entries: readonly Entry[],
  leavings: Leavings,
): { problems: string[]; count: DoubtCount } {
  const spoilt = spoiltCalls(carriers.calls);
  const heardSince = (noticeId: string, at: Date) =>
    carriers.calls.some((call) => call.noticeId === noticeId && call.at >= at);
  const count: DoubtCount = { cut: 0, senderKilled: 0, databaseGone: 0, heard: 0, mostPerKill: 0 };
  const perRun = new Map<string, number>();
  const problems: string[] = [];
  for (const one of entries.filter(({ state }) => state === 'unknown')) {
    if (one.reason !== 'sender-died') {
      count.cut += 1;
      const key =
        one.channel === 'sms' ? (one.toldWith ?? one.noticeId) : `${one.openid} ${dayAt(one.sentAt!)}`;
      if (!spoilt.has(key))
        problems.push(`unknown (${one.reason}), but its call was not cut: ${one.noticeId}`);
      continue;
    }
    const leaving = leavings.get(one.noticeId);
    if (!leaving?.markedAt || !leaving.runId)
      problems.push(`unknown, but nobody had marked its call: ${one.noticeId}`);
    else if (herd.killedRuns.has(leaving.runId)) {
      count.senderKilled += 1;
      if (heardSince(one.noticeId, leaving.markedAt)) count.heard += 1;
      perRun.set(leaving.runId, (perRun.get(leaving.runId) ?? 0) + 1);
    } else {
      count.databaseGone += 1;
      if (heardSince(one.noticeId, leaving.markedAt))
        problems.push(`unknown, but its sender lives and got an answer: ${one.noticeId}`);
    }
  }
  count.mostPerKill = Math.max(0, ...perRun.values());
  if (count.mostPerKill > MOST_IN_FLIGHT) problems.push(`${count.mostPerKill} in doubt by one kill`);
  if (count.databaseGone > 0 && done.restarts.length === 0) {
    problems.push(`${count.databaseGone} unknown, and their senders live`);
  }
  return { problems, count };
}

/** Of SMS the notices, of cards the people and the days. */
function spoiltCalls(calls: readonly SeenCall[]): Set<string> {
  return new Set(
    calls
      .filter(({ cut, fault }) => cut || (fault && DOUBTFUL.has(fault.kind)))
      .map(({ carrier, noticeId, to, day }) => (carrier === 'sms' ? noticeId! : `${to} ${day}`)),
  );
}
