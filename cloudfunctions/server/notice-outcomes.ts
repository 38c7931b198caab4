import { sql } from 'kysely';
import type { ActionName } from '../../shared/actions';

/** What a party does by himself once he is in; seeing his case alone is not among it. */
export const PARTY_DEEDS: ActionName[] = [
  'register-payment',
  'confirm-payment',
  'dispute-payment',
  'propose-plan',
  'accept-plan',
  'reject-plan',
  'register-objection',
  'report-hardship',
  'report-wrong-person',
  'apply-for-enforcement',
];

/** What did not arrive was not answered, whatever the person did later. */
const mayHaveArrived = sql`n.state in ('accepted', 'delivered', 'unknown')`;

/**
 * When the notice `n` was opened: its access code was used, or, by one of the staff, the page of the task. What one
 * message told of together was opened together.
 */
export const openedAt = sql<Date | null>`(
  select min(o.at) from (
    select k.used_at as at from access_codes k
    where n.party_id is not null and k.court_id = n.court_id and k.notice_id = coalesce(n.told_with, n.notice_id)
    union all
    select l.at from audit_lines l
    where n.account_id is not null and l.court_id = n.court_id and l.subject = n.case_id
      and l.actor = n.account_id and l.action = 'get-task' and l.at >= n.sent_at) o
  where ${mayHaveArrived})`;

/** When whoever got the notice `n` answered: 收到, a party's proof of who he is, or anything that he did in his case. */
export const acknowledgedAt = sql<Date | null>`(
  select min(o.at) from (
    select t.acknowledged_at as at from tasks t
    where n.account_id is not null and t.court_id = n.court_id and t.case_id = n.case_id
      and t.acknowledged_by = n.account_id and t.acknowledged_at >= n.sent_at
    union all
    select l.at from audit_lines l
    where n.party_id is not null and l.court_id = n.court_id and l.subject = n.case_id and l.at >= n.sent_at
      and (l.action = 'claim-access' and l.facts ->> 'partyId' = n.party_id
        or l.action = any(${PARTY_DEEDS}::text[]) and exists (
          select from party_bindings b
          where b.court_id = n.court_id and b.party_id = n.party_id and b.account_id = l.actor))) o
  where ${mayHaveArrived})`;
