import { dayAt } from '../../../shared/day';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import type { NoticeStep } from '../../../shared/reminders/steps';
import type { Context } from '../context';
import { type QueuedNotice, queueNotices } from './queue-notices';

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
    partyId: null,
    accountId: account.accountId,
    channel: account.openid ? 'subscribe' : 'sms',
    audience,
    step,
    facts,
  });
}

type NewNotice = Omit<QueuedNotice, 'courtId' | 'noticeId' | 'stepDay' | 'notBefore' | 'createdAt'>;

async function insertNotice({ tx, courtId, now, app }: Here, notice: NewNotice): Promise<void> {
  const own = {
    noticeId: app.newId('notice'),
    stepDay: dayAt(now),
    notBefore: nextAllowed(now),
    createdAt: now,
  };
  await queueNotices(tx, [{ courtId, ...notice, ...own }]);
}
