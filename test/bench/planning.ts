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

/** A tenth of the book is due; the smaller part is planned once more. */
const PARTS = [0.02, 0.08];

/** (a) and (b): the same number of due cases, by each way in turn, each on cases of its own. */
export async function benchPlanning(bench: Bench, smallBook: Book, bigBook: Book): Promise<void> {
  const { app: big, due: bigDue, size: bigSize } = bigBook;
  const ours: Cost[] = [];
  const inSql: Cost[] = [];
  let perReminder = 0;
  for (const part of PARTS.map((share) => share * bigSize)) {
    await bigDue.make(part);
    inSql.push(await bench.measure(() => planInSql(big.db)));
    const range = await bigDue.make(part);
    let planned = 0;
    const cost = await bench.measure(async () => {
      planned = await planDueReminders(big);
    });
    ours.push(cost);
    perReminder = (cost.cpuMs * 1000) / planned;
    if (ours.length === 1) await benchReplay(bench, big, bigDue, range, cost);
  }
  const [mine, floor] = [sumOf(ours), sumOf(inSql)];
  bench.note(`planning ${bigSize / 10} due of ${bigSize}: ${show(mine)}, one SQL statement ${show(floor)}`);
  bench.atMost('plan: CPU against one SQL statement', mine.cpuMs / floor.cpuMs, 2);

  await bigDue.make(300);
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

const show = ({ cpuMs, wallMs }: Cost) => `${Math.round(cpuMs)} ms CPU, ${Math.round(wallMs)} ms wall`;

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
