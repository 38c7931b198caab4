import { isUnderSupervision } from '../../shared/cases/case-status';
import { dayAt } from '../../shared/day';
import type { Context } from './context';
import type { PartyRow } from './parties';
import { idNumberHasEnding } from './sealed-compare';
import { queueNotices } from './storage/queue-notices';

type Here = Pick<Context, 'tx' | 'courtId' | 'now' | 'app'>;

const MANY = 20;

/** The party row that a code should open: this telephone, this ID, the most urgent case first. */
export async function partyAsking(
  { tx, courtId, app }: Here,
  phoneIndex: string,
  endingIndex: string,
): Promise<PartyRow | undefined> {
  const rows = await tx
    .selectFrom('parties as p')
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'p.court_id').onRef('c.case_id', '=', 'p.case_id'),
    )
    .selectAll('p')
    .select(['c.status', 'c.due_day'])
    .where('p.court_id', '=', courtId)
    .where('p.phone_index', '=', phoneIndex)
    .where('p.contact_state', '=', 'ok')
    .orderBy('c.due_day')
    .limit(MANY)
    .execute();
  const his = rows.filter((party) => idNumberHasEnding(app, party, endingIndex));
  return his.find(({ status }) => isUnderSupervision(status)) ?? his[0];
}

/**
 * Puts one message into the outbox; the code itself is made when it is sent. Asked for again, it goes
 * again, unless the last one has not left yet. Whoever asks is awake: no quiet hours.
 */
export async function queueAccessCode({ tx, courtId, now, app }: Here, party: PartyRow): Promise<void> {
  const today = await tx
    .selectFrom('notices')
    .select(['nth', 'state'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', party.case_id)
    .where('recipient', '=', `party:${party.party_id}`)
    .where('step', '=', 'access-code')
    .where('step_day', '=', dayAt(now))
    .orderBy('nth', 'desc')
    .execute();
  if (today.some(({ state }) => state === 'pending')) return;
  await queueNotices(tx, [
    {
      courtId,
      noticeId: app.newId('notice'),
      caseId: party.case_id,
      partyId: party.party_id,
      accountId: null,
      channel: 'sms',
      audience: party.side,
      step: 'access-code',
      stepDay: dayAt(now),
      nth: (today[0]?.nth ?? 0) + 1,
      facts: {},
      notBefore: now,
      createdAt: now,
    },
  ]);
}
