import type { NoticeState } from '../../../shared/cases/stages';
import { fateAfter, type Said } from '../../../shared/reminders/fate';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Tx } from '../storage/connect';
import { followUp } from '../sweeps/consequences';
import { type Fated, lockTogether, type NoticeKey } from './concerned';
import { takeBack } from './delivered-later';
import { CARRIER } from './report';

export interface Here {
  app: App;
  tx: Tx;
  now: Date;
}

interface Word {
  outcome: Said;
  reason: string | null;
}

/**
 * What a carrier says of a message, for its notice and for those that were told of with it: the state, an audit line
 * for each case, and what follows. Where the notices know more already, nothing changes.
 */
export async function decideFate(
  here: Here,
  key: NoticeKey,
  word: Word,
  source: 'reported' | 'asked',
): Promise<void> {
  for (const notice of await lockTogether(here.tx, key)) {
    const state = fateAfter(notice.state, word.outcome);
    if (state) await change(here, notice, { state, reason: reasonOf(word) }, source);
  }
}

const reasonOf = ({ outcome, reason }: Word) =>
  outcome === 'permanent' ? (reason ?? 'undelivered') : reason;

interface Fate {
  state: NoticeState;
  reason: string | null;
}

async function change(here: Here, notice: Fated, fate: Fate, source: string): Promise<void> {
  const { tx, now } = here;
  const { courtId, noticeId, caseId, channel, state: before } = notice;
  await tx
    .updateTable('notices')
    .set({ ...fate, decided_at: now })
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .execute();
  await endDoubt(tx, notice);
  await appendAudit(tx, {
    courtId,
    subject: caseId,
    at: now,
    actor: CARRIER,
    action: 'carrier-report',
    facts: { noticeId, channel, before, ...fate, source },
  });
  if (fate.state === 'permanent' || fate.state === 'opted-out') await untell(tx, notice);
  await followUp(here, notice, fate);
  if (fate.state === 'delivered') await takeBack(here, notice);
}

const endDoubt = (tx: Tx, { courtId, noticeId }: NoticeKey) =>
  tx.deleteFrom('doubts').where('court_id', '=', courtId).where('notice_id', '=', noticeId).execute();

/** Whom it did not reach may be told today after all, by the next channel. */
async function untell(tx: Tx, { phoneIndex, recipient, noticeId }: Fated): Promise<void> {
  await tx
    .deleteFrom('told_today')
    .where('person', 'in', phoneIndex ? [phoneIndex, recipient] : [recipient])
    .where('notice_id', '=', noticeId)
    .execute();
}
