import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { groupBy } from '../../cloudfunctions/server/sweeps/group-by';
import { type Day, dayAt } from '../../shared/day';
import { NEWS, URGENT, weightOf } from '../../shared/reminders/weight';
import type { Book } from './book';
import { checkAudit } from './check-audit';
import { checkDoubts, type DoubtCount } from './check-doubts';
import { digestsOf, keyOf, type Span } from './expected';
import type { Herd } from './herd';
import { readLeavings } from './outbox-watch';
import type { SoakCarriers } from './soak-carriers';
import type { Done } from './soak-run';

export interface Evidence {
  app: App;
  book: Book;
  carriers: SoakCarriers;
  herd: Herd;
  done: Done;
  span: Span;
}

/** A notice as the book has it at the end. */
export interface Entry {
  noticeId: string;
  caseId: string;
  recipient: string;
  channel: 'sms' | 'subscribe';
  step: Parameters<typeof weightOf>[0];
  stepDay: Day;
  nth: number;
  state: string;
  reason: string | null;
  toldWith: string | null;
  sentAt: Date | null;
  openid: string | null;
}

export interface Verdict {
  problems: string[];
  notices: number;
  states: Record<string, number>;
  doubts: DoubtCount;
}

export async function judge(evidence: Evidence): Promise<Verdict> {
  const { app, herd } = evidence;
  const entries = await loadEntries(app);
  const doubts = checkDoubts(evidence, entries, await readLeavings(app));
  const problems = [
    ...herd.died,
    ...checkFaults(evidence),
    ...checkPlan(evidence, entries),
    ...(await checkOutbox(app, entries)),
    ...checkOncePerDay(evidence, entries),
    ...checkTaken(evidence, entries),
    ...doubts.problems,
    ...(await checkAudit(app, entries)),
  ];
  return { problems, notices: entries.length, states: tally(entries.map(stateOf)), doubts: doubts.count };
}

const stateOf = ({ state, reason }: Entry) => (reason ? `${state} (${reason})` : state);

export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort());
}

async function loadEntries({ db }: App): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select n.notice_id as "noticeId", n.case_id as "caseId", n.recipient, n.channel, n.step, n.step_day as "stepDay",
      n.nth, n.state, n.reason, n.told_with as "toldWith", n.sent_at as "sentAt", a.openid
    from notices n left join accounts a on a.court_id = n.court_id and a.account_id = n.account_id
    order by n.notice_id`.execute(db);
  return rows;
}

/** A sweep may fail only while the database is away. */
function checkFaults({ herd, done }: Evidence): string[] {
  const GRACE_MS = 8_000;
  return herd.faults
    .filter(({ at }) => !done.restarts.some((one) => at >= one.at - 100 && at <= one.until + GRACE_MS))
    .map(({ words }) => `a sweep failed while the database was there: ${words}`);
}

/** Every case that was due has exactly its notices; a card that was refused, and nothing else, has an SMS beside it. */
function checkPlan({ book, span }: Evidence, entries: readonly Entry[]): string[] {
  const wanted = new Set([...book.expected, ...digestsOf(book.waiting, span)].map(keyOf));
  const found = groupBy(entries, keyOf);
  const problems = [...wanted].filter((key) => !found.has(key)).map((key) => `never planned: ${key}`);
  for (const [key, notices] of found) {
    if (!wanted.has(key)) problems.push(`planned without a reason: ${key}`);
    const card = notices.find(({ channel }) => channel === 'subscribe');
    const bySms = notices.filter(({ channel }) => channel === 'sms').length;
    if (card && bySms !== (card.state === 'permanent' ? 1 : 0)) {
      problems.push(`a card ${card.state} with ${bySms} SMS beside it: ${key}`);
    }
    if (!card && bySms !== 1) problems.push(`${bySms} SMS: ${key}`);
  }
  return problems;
}

const FINAL = new Set(['accepted', 'delivered', 'permanent', 'opted-out', 'unknown', 'suppressed']);

async function checkOutbox({ db }: App, entries: readonly Entry[]): Promise<string[]> {
  const left = await db.selectFrom('outbox').select('notice_id').execute();
  return [
    ...left.map(({ notice_id }) => `still in the outbox: ${notice_id}`),
    ...entries
      .filter(({ state }) => !FINAL.has(state))
      .map((one) => `not at an end: ${one.noticeId} ${stateOf(one)}`),
  ];
}

/** However it was cut: nobody's telephone rings twice for one thing, nor for two urgent things, on one day. */
function checkOncePerDay({ carriers, book }: Evidence, entries: readonly Entry[]): string[] {
  const byId = new Map(entries.map((one) => [one.noticeId, one]));
  const people = [...book.liaisons, ...book.townLiaisons.values()];
  const phoneOf = new Map(people.flatMap(({ openid, phone }) => (openid ? [[openid, phone] as const] : [])));
  const seen = new Map<string, number>();
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1);
  const problems: string[] = [];
  for (const { carrier, to, reference, at, fields } of carriers.taken) {
    const notice = reference ? byId.get(reference) : undefined;
    if (carrier === 'sms' && !notice) problems.push(`taken, but not in the book: ${reference}`);
    // A card names no notice; those of this run speak of tasks, or are the week's list.
    const weight = notice ? weightOf(notice.step) : fields.thing1?.startsWith('本周') ? NEWS : URGENT;
    if (notice) count(`of notice ${notice.noticeId} (${notice.state})`);
    if (weight > 0) count(`of weight ${weight} to ${phoneOf.get(to) ?? to} on ${dayAt(new Date(at))}`);
  }
  return [
    ...problems,
    ...[...seen].filter(([, times]) => times > 1).map(([what, times]) => `${times} messages ${what}`),
  ];
}

/** None is lost: what our book says went out was taken, and what was taken our book says went out, or doubts. */
function checkTaken({ carriers }: Evidence, entries: readonly Entry[]): string[] {
  const takenSms = new Set(carriers.taken.map(({ reference }) => reference));
  const takenCards = new Set(
    carriers.taken
      .filter(({ carrier }) => carrier === 'subscribe')
      .map(({ to, at }) => `${to} ${dayAt(new Date(at))}`),
  );
  const byId = new Map(entries.map((one) => [one.noticeId, one]));
  const isTaken = ({ channel, noticeId, openid, sentAt }: Entry) =>
    channel === 'sms' ? takenSms.has(noticeId) : takenCards.has(`${openid} ${sentAt && dayAt(sentAt)}`);
  return [
    ...entries.flatMap((one) => {
      const leader = one.toldWith ? byId.get(one.toldWith)! : one;
      const wentOut = one.state === 'accepted' || one.state === 'delivered';
      if (wentOut && !isTaken(leader)) return [`${one.state}, but never taken: ${one.noticeId}`];
      if (one.toldWith && stateOf(leader) !== stateOf(one)) {
        return [`told with ${leader.noticeId}, but ${stateOf(one)} instead of ${stateOf(leader)}`];
      }
      if (one.channel === 'sms' && one.toldWith && takenSms.has(one.noticeId)) {
        return [`told with another, and yet taken itself: ${one.noticeId}`];
      }
      const mayBeOut = wentOut || one.state === 'unknown';
      return one.channel === 'sms' && !mayBeOut && takenSms.has(one.noticeId)
        ? [`taken, but ${stateOf(one)}: ${one.noticeId}`]
        : [];
    }),
    ...[...takenCards]
      .filter((card) => !outCards(entries).has(card))
      .map((card) => `a card was taken, but nothing of that day went out: ${card}`),
  ];
}

const outCards = (entries: readonly Entry[]) =>
  new Set(
    entries
      .filter(
        ({ channel, state }) => channel === 'subscribe' && (state === 'accepted' || state === 'unknown'),
      )
      .map(({ openid, sentAt }) => `${openid} ${sentAt && dayAt(sentAt)}`),
  );
