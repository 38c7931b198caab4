import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { queueNotices } from '../../cloudfunctions/server/storage/queue-notices';
import { loadSnapshots } from '../../cloudfunctions/server/storage/reminder-snapshots';
import { planDueReminders } from '../../cloudfunctions/server/sweeps/plan-reminders';
import { day } from '../../shared/day';
import { planReminders } from '../../shared/reminders/plan';
import type { Bench } from './bench';
import { type Book, type DueCases, NOW } from './book';
import { type Cost, sumOf } from './cpu';
import { planInSql } from './plan-in-sql';

/** A tenth of the book is due. The first two parts are planned by each way in turn, the last by ours alone. */
const IN_TURN = [0.01, 0.02];
const ALONE = 0.07;

/** (a) and (b): the same number of due cases, by each way in turn, each on cases of its own. */
export async function benchPlanning(bench: Bench, smallBook: Book, bigBook: Book): Promise<void> {
  const { app: big, due: bigDue, size: bigSize } = bigBook;
  const ours: Planned[] = [];
  const inSql: Planned[] = [];
  const plan = async (into: Planned[], share: number, way: () => Promise<number>) => {
    const range = await bigDue.make(share * bigSize);
    let reminders = 0;
    const cost = await bench.measure(async () => {
      reminders = await way();
    });
    into.push({ ...cost, reminders });
    return range;
  };
  for (const share of IN_TURN) {
    await plan(inSql, share, () => planInSql(big.db));
    const range = await plan(ours, share, () => planDueReminders(big));
    if (ours.length === 1) await benchReplay(bench, big, bigDue, range, ours[0]!);
  }
  await plan(ours, ALONE, () => planDueReminders(big));
  const [perReminder, floor] = [eachOf(ours), eachOf(inSql)];
  const mine = sumOf(ours);
  bench.note(
    `planning ${bigSize / 10} due of ${bigSize}: ${Math.round(mine.cpuMs)} ms CPU, ${Math.round(mine.wallMs)} ms wall`,
  );
  bench.note(`a reminder: ours ${Math.round(perReminder)} µs CPU, one SQL statement ${Math.round(floor)}`);
  bench.atMost('plan: CPU against one SQL statement', perReminder / floor, 2);

  await bigDue.make(200);
  const { reminders, cost } = await planByLoop(bench, big);
  const loop = (cost.cpuMs * 1000) / reminders;
  bench.note(
    `a loop of one select and one insert: ${Math.round(loop)} µs CPU a reminder, ours ${Math.round(perReminder)}`,
  );
  bench.atLeast('plan: CPU of a loop against ours', loop / perReminder, 30);

  bench.atMost('plan: ms in the database with nothing due', await nothingDue(big), 10);

  const few = bigSize / 100;
  const wallOf = async ({ app, due }: Book) => {
    await due.make(few);
    return (await bench.measure(() => planDueReminders(app))).wallMs;
  };
  const fewCases = await wallOf(smallBook);
  bench.atMost('plan: wall, ten times the cases, as many due', (await wallOf(bigBook)) / fewCases, 2.2);
  bench.atMost('plan: wall, everything ten times', mine.wallMs / fewCases, 12);
}

type Planned = Cost & { reminders: number };

/** CPU in µs of a reminder. */
const eachOf = (planned: readonly Planned[]) =>
  (sumOf(planned).cpuMs * 1_000) / planned.reduce((sum, { reminders }) => sum + reminders, 0);

async function benchReplay(
  bench: Bench,
  app: App,
  due: DueCases,
  range: { from: number; to: number },
  first: Cost,
): Promise<void> {
  await due.again(range);
  let planned = -1;
  const replay = await bench.measure(async () => {
    planned = await planDueReminders(app);
  });
  bench.atMost('plan: rows that a replay adds', planned, 0);
  bench.atMost('plan: CPU of a replay against the first', replay.cpuMs / first.cpuMs, 0.5);
}

/** What a first version would do: a case at a time, a message at a time, a commit each. */
async function planByLoop(bench: Bench, app: App): Promise<{ reminders: number; cost: Cost }> {
  const cases = await sql<{ courtId: string; caseId: string }>`
    select court_id as "courtId", case_id as "caseId" from supervisions
    where ended_at is null and next_reminder_at <= ${NOW}`.execute(app.db);
  let reminders = 0;
  const cost = await bench.measure(async () => {
    for (const key of cases.rows) {
      for (const snapshot of await loadSnapshots(app.db, [key])) {
        for (const { partyId, side, step, stepDay, dueDay } of planReminders(snapshot, day('2026-03-13'))
          .notices) {
          const notice = { ...key, partyId, audience: side, step, stepDay, facts: { dueDay } };
          const own = { noticeId: app.newId('notice'), accountId: null, channel: 'sms' as const };
          await app.db
            .transaction()
            .execute((tx) => queueNotices(tx, [{ ...notice, ...own, notBefore: NOW, createdAt: NOW }]));
          reminders += 1;
        }
      }
    }
  });
  await sql`update supervisions set next_reminder_at = timestamptz '2027-01-01' where next_reminder_at <= ${NOW}`.execute(
    app.db,
  );
  return { reminders, cost };
}

/** As the database says it itself, planning included. */
async function nothingDue({ db }: App): Promise<number> {
  await sql`vacuum analyze supervisions`.execute(db);
  const { rows } = await sql<{ 'QUERY PLAN': { 'Execution Time': number; 'Planning Time': number }[] }>`
    explain (analyze, format json)
    select s.case_id from supervisions s join cases c on c.court_id = s.court_id and c.case_id = s.case_id
    where s.ended_at is null and s.next_reminder_at <= ${NOW}
    order by s.next_reminder_at limit 1000 for no key update of c, s skip locked`.execute(db);
  const [plan] = rows[0]!['QUERY PLAN'];
  return plan!['Execution Time'] + plan!['Planning Time'];
}
