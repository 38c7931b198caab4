import { sql } from 'kysely';
import { dayAt } from '../../../shared/day';
import type { PlannedForStaff } from '../../../shared/reminders/plan';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import type { QueuedNotice } from '../storage/queue-notices';
import type { CaseKey } from '../storage/reminder-snapshots';

export interface Moment {
  now: Date;
  notBefore: Date;
}

const ROLE_OF = {
  'village-liaison': 'village-liaison',
  'town-liaison': 'town-liaison',
  team: 'officer',
} as const;

type Told = CaseKey & PlannedForStaff & { accountId: string; openid: string | null };

/** What a ladder tells the liaisons and the teams of these cases: whoever holds a task of the case today. */
export async function staffNotices(
  app: App,
  tx: Tx,
  { now, notBefore }: Moment,
  planned: readonly { snapshot: CaseKey; staff: readonly PlannedForStaff[] }[],
): Promise<QueuedNotice[]> {
  const wanted = planned.flatMap(({ snapshot: { courtId, caseId }, staff }) =>
    staff.map((one) => ({ courtId, caseId, role: ROLE_OF[one.reader], ...one })),
  );
  if (wanted.length === 0) return [];
  const { rows } = await sql<Told>`
    select distinct k."courtId", k."caseId", k.reader, k.step, k."stepDay", k."dueDay", k.channel,
      a.account_id as "accountId", a.openid
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as k(
      "courtId" text, "caseId" text, role text, reader text, step text, "stepDay" date, "dueDay" date, channel text)
    join tasks t on t.court_id = k."courtId" and t.case_id = k."caseId" and t.role = k.role
      and t.state <> 'closed' and t.decline_reason is null
    join grants_on(${dayAt(now)}::date) g on g.court_id = t.court_id and g.role = t.role
      and case t.role
        when 'village-liaison' then g.village_id = t.village_id
        when 'town-liaison' then g.town_id = t.town_id
        else g.team_id = t.team_id end
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null`.execute(
    tx,
  );
  return rows.map(({ courtId, caseId, reader, step, stepDay, dueDay, channel, accountId, openid }) => ({
    courtId,
    noticeId: app.newId('notice'),
    caseId,
    partyId: null,
    accountId,
    channel: openid && channel !== 'sms' ? 'subscribe' : 'sms',
    audience: reader === 'team' ? 'team' : 'liaison',
    step,
    stepDay,
    facts: { dueDay },
    notBefore,
    createdAt: now,
  }));
}
