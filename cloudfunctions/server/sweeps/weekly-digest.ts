import { sql } from 'kysely';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import { digestDue } from '../../../shared/reminders/digest';
import { nextSendable } from '../../../shared/reminders/quiet-hours';
import type { App } from '../app';
import { appendAudit } from '../audit';
import { calendarsOf } from '../calendars';
import type { Tx } from '../storage/connect';
import { laddersOf } from '../storage/ladders';
import { queueNotices } from '../storage/queue-notices';
import { SWEEP } from './actor';
import { isFirst } from './once';

/** Tells each liaison once a week how many tasks wait for him. Returns the new notices. */
export async function sendDigests(app: App): Promise<number> {
  const courts = await app.db.selectFrom('courts').select('court_id').orderBy('court_id').execute();
  let notices = 0;
  for (const { court_id } of courts) {
    notices += await app.db.transaction().execute((tx) => digestOf(app, tx, court_id));
  }
  return notices;
}

async function digestOf(app: App, tx: Tx, courtId: string): Promise<number> {
  const now = app.now();
  const today = dayAt(now);
  const calendar = await calendarsOf(tx);
  const ladder = (await laddersOf(tx, [courtId], today)).get(courtId)!;
  const day = digestDue(ladder, today, now, calendar);
  if (!day || !(await isFirst(tx, `digest ${courtId}`, day, now))) return 0;
  const waiting = await countWaiting(tx, courtId, today);
  const queued = await queueNotices(
    tx,
    waiting.map(({ caseId, accountId, openid, count, dueDay }) => ({
      courtId,
      noticeId: app.newId('notice'),
      // The list is of all of them; it is filed under the one that is due first.
      caseId,
      partyId: null,
      accountId,
      channel: openid ? 'subscribe' : 'sms',
      audience: 'liaison',
      step: 'digest',
      stepDay: day,
      facts: { dueDay, count: String(count) },
      notBefore: nextSendable(now, calendar),
      createdAt: now,
    })),
  );
  await appendAudit(tx, {
    courtId,
    subject: 'court',
    at: now,
    actor: SWEEP,
    action: 'weekly-digest',
    facts: { day, liaisons: queued },
  });
  return queued;
}

interface Waiting {
  accountId: string;
  openid: string | null;
  count: number;
  caseId: string;
  dueDay: Day;
}

/** By liaison: how many tasks of his are not done, and which is due first. Of today's he has just been told. */
async function countWaiting(tx: Tx, courtId: string, today: Day): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select a.account_id as "accountId", a.openid, count(distinct t.task_id)::int as count,
      (array_agg(t.case_id order by t.due_day, t.task_id))[1] as "caseId", min(t.due_day) as "dueDay"
    from tasks t
    join cases c on c.court_id = t.court_id and c.case_id = t.case_id and c.status in ('supervised', 'planned')
    join grants_on(${today}::date) g on g.court_id = t.court_id and g.role = t.role
      and case t.role when 'town-liaison' then g.town_id = t.town_id else g.village_id = t.village_id end
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    where t.court_id = ${courtId} and t.role <> 'officer' and t.state in ('open', 'acknowledged')
      and t.created_at < ${instantOf(today)}
    group by a.account_id, a.openid`.execute(tx);
  return rows;
}
