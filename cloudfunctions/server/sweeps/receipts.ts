import type { NoticeState } from '../../../shared/cases/stages';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import { waitBeforeRetry } from '../../../shared/reminders/retry';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Receipt } from '../channels/channel';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';
import { followUp } from './consequences';
import type { Envelope } from './envelopes';

/** What a message ends as; `notBefore` only where it will be tried again. */
export interface Ending {
  state: NoticeState;
  reason: string | null;
  notBefore?: Date;
}

/**
 * Writes down what the carrier said, with everything that follows from it, in one transaction. A receipt that
 * comes after its claim ran out still tells more than "unknown". Null when somebody else took the message.
 */
export async function recordReceipt(
  app: App,
  runId: string,
  envelope: Envelope,
  receipt: Receipt,
): Promise<NoticeState | null> {
  const now = app.now();
  return app.db.transaction().execute(async (tx) => {
    await lockCase(tx, envelope);
    const attempts = await heldAttempts(tx, runId, envelope);
    if (attempts === null) return null;
    const ending = endingOf(app, envelope, receipt, attempts, now);
    await writeEnding(tx, envelope, ending, receipt.serial ?? null, now);
    if (ending.notBefore) return ending.state;
    await audit(tx, envelope, ending, now);
    await followUp({ app, tx, now }, envelope, ending);
    return ending.state;
  });
}

/** The case first, like every handler: what follows may touch its parties and its course. */
async function lockCase(tx: Tx, { courtId, caseId }: Envelope): Promise<void> {
  await tx
    .selectFrom('cases')
    .select('case_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .forKeyShare()
    .execute();
}

async function heldAttempts(tx: Tx, runId: string, { courtId, noticeId }: Envelope): Promise<number | null> {
  const held = await tx
    .selectFrom('notices')
    .select('attempts')
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .where('claimed_by', '=', runId)
    .where('state', 'in', ['sending', 'unknown'])
    .forUpdate()
    .executeTakeFirst();
  return held?.attempts ?? null;
}

function endingOf(
  app: App,
  { step }: Envelope,
  { outcome, reason, retryAfterSeconds }: Receipt,
  attempts: number,
  now: Date,
): Ending {
  if (outcome !== 'temporary') return { state: outcome, reason: reason ?? null };
  const wait = waitBeforeRetry(attempts, app.random(1)[0]! / 256, retryAfterSeconds);
  if (wait === null) return { state: 'permanent', reason: 'gave-up' };
  const again = new Date(now.getTime() + wait);
  return {
    state: 'temporary',
    reason: reason ?? null,
    notBefore: step === 'access-code' ? again : nextAllowed(again),
  };
}

async function writeEnding(
  tx: Tx,
  { courtId, noticeId }: Envelope,
  { state, reason, notBefore }: Ending,
  serial: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ state, reason, serial, claim_expires_at: null, decided_at: notBefore ? null : now })
    .$if(notBefore !== undefined, (update) => update.set({ not_before: notBefore! }))
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .execute();
}

async function audit(
  tx: Tx,
  { courtId, caseId, noticeId, step, channel }: Envelope,
  { state, reason }: Ending,
  at: Date,
): Promise<void> {
  const facts = { noticeId, step, channel, outcome: state, reason };
  await appendAudit(tx, { courtId, subject: caseId, at, actor: SWEEP, action: 'send-notice', facts });
}
