import { sql } from 'kysely';
import { CASE_DAYS, erasedUpTo, keptFrom } from '../../../shared/cases/retention';
import { addDays, type Day, dayAt, instantOf } from '../../../shared/day';
import type { App } from '../app';
import { emptyingOf, eraseCase } from '../erase-case';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';
import { eraseAccounts } from './erase-accounts';
import { eraseTips } from './erase-tips';

const BATCH = 100;
const MARK = 'erase-expired';

/** Once a day: erases what the registry's time has passed of, each case with a line of proof. Returns the cases. */
export async function eraseExpired(app: App): Promise<number> {
  const now = app.now();
  const today = dayAt(now);
  const done = await app.db
    .selectFrom('sweep_marks')
    .select('day')
    .where('mark', '=', MARK)
    .where('day', '=', today)
    .executeTakeFirst();
  if (done) return 0;
  const cases = await eraseCases(app, today);
  await eraseAccounts(app, today);
  await eraseTips(app, today);
  await forgetAged(app, today);
  await app.db
    .insertInto('sweep_marks')
    .values({ mark: MARK, day: today, at: now })
    .onConflict((c) => c.doNothing())
    .execute();
  return cases;
}

/** A filed case goes on with enforcement and is kept with the court's own file; a running one is kept anyway. */
async function eraseCases(app: App, today: Day): Promise<number> {
  const empty = await emptyingOf(app.db);
  for (let erased = 0; ; ) {
    const batch = await app.db.transaction().execute(async (tx) => {
      const cases = await takeEnded(tx, instantOf(addDays(erasedUpTo(today, CASE_DAYS), 1)));
      for (const one of cases) await eraseCase({ app, tx, now: app.now() }, { ...one, actor: SWEEP, empty });
      return cases.length;
    });
    erased += batch;
    if (batch < BATCH) return erased;
  }
}

async function takeEnded(tx: Tx, before: Date) {
  const { rows } = await sql<{ courtId: string; caseId: string }>`
    select c.court_id as "courtId", c.case_id as "caseId"
    from cases c
    where c.status in ('performed', 'withdrawn') and c.erased_at is null
      and (select max(s.ended_at) from supervisions s where s.court_id = c.court_id and s.case_id = c.case_id) < ${before}
    order by c.court_id, c.case_id limit ${BATCH}
    for update of c skip locked`.execute(tx);
  return rows;
}

/** Rows that are of no use after their days; of most the registry keeps nothing but a hash. */
const AGED = [
  ['attempts', 'at'],
  ['sign_in_failures', 'last_at'],
  ['code_asks', 'asked_at'],
  ['access_codes', 'expires_at'],
  ['answered', 'at'],
  ['feedback', 'at'],
  ['data_requests', 'decided_at'],
  ['exports', 'asked_at'],
  ['chat_codes', 'expires_at'],
  ['chat_inbox', 'at'],
  ['chat_handovers', 'at'],
] as const;

async function forgetAged({ db }: App, today: Day): Promise<void> {
  const kept = [...keptFrom('given'), ...keptFrom('answered')];
  const before = (table: string) => {
    const days = Math.max(...kept.filter((one) => one.table === table).map((one) => one.days));
    return instantOf(addDays(erasedUpTo(today, days), 1));
  };
  for (const [table, at] of AGED) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(at)} < ${before(table)}`.execute(db);
  }
  await sql`delete from chat_says where taken_at < ${before('chat_inbox')}`.execute(db);
  await sql`delete from told_today where day < ${today}`.execute(db);
}
