import { sql } from 'kysely';
import type { Db } from '../../cloudfunctions/server/storage/connect';
import { LADDERS } from '../../shared/reminders/ladder';
import { NOW } from './book';

const RUNGS = JSON.stringify(LADDERS[0].aroundDue);

/**
 * What the planner writes for plain cases, as one statement over those that are due: the floor, without a rule in
 * TypeScript, without plans, portions and payments. Answers with the number of new notices.
 */
export async function planInSql(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    with rung as (
      select r.step, r.after, side from jsonb_to_recordset(${RUNGS}::jsonb) as r(step text, after int, sides jsonb),
        jsonb_array_elements_text(r.sides) side),
    due as materialized (
      select s.court_id, s.supervision_id, s.case_id, c.due_day
      from supervisions s join cases c on c.court_id = s.court_id and c.case_id = s.case_id
      where s.ended_at is null and s.next_reminder_at <= ${NOW} and c.status = 'supervised'
      for no key update of s, c),
    step as (
      select distinct on (d.case_id, p.party_id) d.court_id, d.case_id, p.party_id, p.side, p.phone_index, r.step,
        d.due_day + r.after as step_day, d.due_day
      from due d join parties p on p.court_id = d.court_id and p.case_id = d.case_id
      join rung r on r.side = p.side and d.due_day + r.after <= date '2026-03-13'
      order by d.case_id, p.party_id, r.after desc),
    moved as (
      update supervisions s
      set planned_at = ${NOW}, last_step_day = date '2026-03-13',
          next_reminder_at = (
            select min(d.due_day + r.after) + time '08:00' at time zone 'Asia/Shanghai' from rung r
            where d.due_day + r.after > date '2026-03-13')
      from due d where s.court_id = d.court_id and s.supervision_id = d.supervision_id),
    fresh as (
      insert into notices (court_id, notice_id, case_id, recipient, party_id, channel, audience, step, step_day, facts, created_at)
      select court_id, 'notice_' || substr(md5(case_id || party_id || step || step_day), 1, 18), case_id,
        'party:' || party_id, party_id, 'sms', side, step, step_day, jsonb_build_object('dueDay', due_day), ${NOW}
      from step
      on conflict do nothing
      returning court_id, notice_id, party_id, step)
    insert into outbox (court_id, notice_id, channel, person, weight, not_before)
    select f.court_id, f.notice_id, 'sms', p.phone_index, 1, ${NOW}
    from fresh f join parties p on p.court_id = f.court_id and p.party_id = f.party_id`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
