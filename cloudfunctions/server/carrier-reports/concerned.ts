import { sql } from 'kysely';
import type { NoticeState } from '../../../shared/cases/stages';
import type { Tx } from '../storage/connect';
import type { Concerned } from '../sweeps/consequences';

export interface NoticeKey {
  courtId: string;
  noticeId: string;
}

/** A message with what its fate needs. */
export type Fated = Concerned & { state: NoticeState; reason: string | null; recipient: string };

/**
 * The notice and those that the same message told of, locked: the cases first, as every handler locks them, then the
 * notices, each in the order of their keys.
 */
export async function lockTogether(tx: Tx, { courtId, noticeId }: NoticeKey): Promise<Fated[]> {
  const ours = sql`n.court_id = ${courtId} and (n.notice_id = ${noticeId} or n.told_with = ${noticeId})`;
  await sql`
    select c.case_id from cases c
    where c.court_id = ${courtId} and c.case_id in (select n.case_id from notices n where ${ours})
    order by c.case_id for key share of c`.execute(tx);
  const { rows } = await sql<Fated>`
    select n.court_id as "courtId", n.notice_id as "noticeId", n.case_id as "caseId", n.party_id as "partyId",
      n.account_id as "accountId", n.channel, n.audience, n.step, n.step_day as "stepDay", n.recipient,
      n.facts ->> 'dueDay' as "dueDay", coalesce(p.phone_index, a.phone_index) as "phoneIndex", n.state, n.reason
    from notices n
    left join parties p on p.court_id = n.court_id and p.party_id = n.party_id
    left join accounts a on a.court_id = n.court_id and a.account_id = n.account_id
    where ${ours}
    order by n.case_id, n.notice_id for update of n`.execute(tx);
  return rows;
}
