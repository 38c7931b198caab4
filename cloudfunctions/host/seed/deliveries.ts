import { sql } from 'kysely';
import { dayAt } from '../../../shared/day';
import { templateOf } from '../../../shared/reminders/wording';
import { appendAudit } from '../../server/audit';
import { SWEEP } from '../../server/sweeps/actor';
import { followUp } from '../../server/sweeps/consequences';
import { type Envelope, loadEnvelopes } from '../../server/sweeps/envelopes';
import { lostReason } from '../../server/sweeps/lost-reason';
import { type Ending, outcomeLine } from '../../server/sweeps/settle';
import { COURT, type Stage } from './stage';

/** Parties whose messages do not arrive, and why. */
export type Fates = Map<string, Ending>;

interface Ended extends Envelope {
  ending: Ending;
  at: Date;
}

/**
 * What the carriers would have made of the messages that wait: nobody is called for history. The same rules as
 * in a sweep say what still leaves and what follows from it; the writing is done for all of them at once.
 */
export async function deliver(stage: Stage, fates: Fates): Promise<void> {
  const due = await waiting(stage);
  if (due.size === 0) return;
  const today = dayAt(stage.now());
  const envelopes = await loadEnvelopes(stage.tx, [...due.values()], stage.now());
  const ended = envelopes.map((envelope): Ended => {
    const reason = lostReason(envelope, today);
    const ending: Ending = reason ? { state: 'suppressed', reason } : fateOf(fates, envelope);
    const queued = due.get(envelope.noticeId)!.notBefore;
    return { ...envelope, ending, at: new Date(queued.getTime() + stage.dice.between(20, 90) * 1000) };
  });
  await writeEndings(stage, ended);
  const sent = ended.filter(({ ending }) => ending.state !== 'suppressed');
  await appendLine(stage, sent);
  for (const { at, ...envelope } of sent.filter(({ ending }) => ending.state !== 'delivered')) {
    await followUp({ app: stage.app, tx: stage.tx, now: at }, envelope, envelope.ending);
  }
}

const fateOf = (fates: Fates, { partyId, channel }: Envelope): Ending =>
  (partyId && channel === 'sms' && fates.get(partyId)) || { state: 'delivered', reason: null };

async function waiting({ tx, now }: Stage) {
  const keys = await tx
    .selectFrom('outbox')
    .select(['court_id as courtId', 'notice_id as noticeId', 'not_before as notBefore'])
    .where('not_before', '<=', now())
    .execute();
  return new Map(keys.map((key) => [key.noticeId, key]));
}

async function writeEndings({ tx }: Stage, ended: Ended[]): Promise<void> {
  const rows = ended.map(({ noticeId, step, audience, ending: { state, reason }, at }) => {
    const sent = state !== 'suppressed';
    const template = sent ? templateOf(step, audience) : null;
    return { noticeId, state, reason, at, sentAt: sent ? at : null, template };
  });
  await sql`
    with ended as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("noticeId" text, state text, reason text, at timestamptz, "sentAt" timestamptz, template text)),
    gone as (
      delete from outbox o using ended r where o.court_id = ${COURT} and o.notice_id = r."noticeId")
    update notices n
    set state = r.state, reason = r.reason, decided_at = r.at, sent_at = r."sentAt", template = r.template,
        template_version = case when r.template is not null then 0 end
    from ended r
    where n.court_id = ${COURT} and n.notice_id = r."noticeId"`.execute(tx);
}

/** One audit line for all of them, as a sweep writes it for a handful. */
async function appendLine({ tx, now }: Stage, sent: Ended[]): Promise<void> {
  if (sent.length === 0) return;
  const outcomes = sent.map(outcomeLine);
  const line = { courtId: COURT, subject: 'delivery', at: now(), actor: SWEEP, action: 'send-notices' };
  await appendAudit(tx, { ...line, facts: { runId: 'seed', outcomes } });
}
