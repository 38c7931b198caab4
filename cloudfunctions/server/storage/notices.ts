import { dayAt } from '../../../shared/day';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import type { NoticeStep } from '../../../shared/reminders/steps';
import type { Context } from '../context';
import type { Tx } from './connect';

type Here = Pick<Context, 'tx' | 'courtId' | 'now' | 'app'>;

/** One message to one party, in the transaction of the fact that it tells of. A second one of its kind on its day is no second notice. */
export async function notifyParty(
  here: Here,
  party: { caseId: string; partyId: string; side: 'obligor' | 'obligee' },
  step: NoticeStep,
  facts: Record<string, string> = {},
): Promise<void> {
  await insertNotice(here, {
    caseId: party.caseId,
    recipient: `party:${party.partyId}`,
    partyId: party.partyId,
    accountId: null,
    channel: 'sms',
    audience: party.side,
    step,
    facts,
  });
}

/** Tells everybody on one side of a case. */
export async function notifySide(
  here: Here,
  caseId: string,
  side: 'obligor' | 'obligee',
  step: NoticeStep,
  facts: Record<string, string> = {},
): Promise<void> {
  const parties = await here.tx
    .selectFrom('parties')
    .select(['party_id as partyId', 'side', 'case_id as caseId'])
    .where('court_id', '=', here.courtId)
    .where('case_id', '=', caseId)
    .where('side', '=', side)
    .execute();
  for (const party of parties) await notifyParty(here, party, step, facts);
}

/** Tells an account: by subscribe message where WeChat knows it, by SMS otherwise. */
export async function notifyAccount(
  here: Here,
  account: { accountId: string; openid: string | null },
  caseId: string,
  audience: 'liaison' | 'team',
  step: NoticeStep,
  facts: Record<string, string> = {},
): Promise<void> {
  await insertNotice(here, {
    caseId,
    recipient: `account:${account.accountId}`,
    partyId: null,
    accountId: account.accountId,
    channel: account.openid ? 'subscribe' : 'sms',
    audience,
    step,
    facts,
  });
}

interface NewNotice {
  caseId: string;
  recipient: string;
  partyId: string | null;
  accountId: string | null;
  channel: 'sms' | 'subscribe';
  audience: 'obligor' | 'obligee' | 'liaison' | 'team';
  step: NoticeStep;
  facts: Record<string, string>;
}

async function insertNotice({ tx, courtId, now, app }: Here, notice: NewNotice): Promise<void> {
  await tx
    .insertInto('notices')
    .values({
      court_id: courtId,
      notice_id: app.newId('notice'),
      case_id: notice.caseId,
      recipient: notice.recipient,
      party_id: notice.partyId,
      account_id: notice.accountId,
      channel: notice.channel,
      audience: notice.audience,
      step: notice.step,
      step_day: dayAt(now),
      facts: JSON.stringify(notice.facts),
      not_before: nextAllowed(now),
      created_at: now,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** What has not left yet is not sent any more: its reason went away. */
export async function suppressQueued(tx: Tx, courtId: string, caseId: string, reason: string, now: Date) {
  await tx
    .updateTable('notices')
    .set({ state: 'suppressed', reason, decided_at: now })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['pending', 'temporary'])
    .execute();
}
