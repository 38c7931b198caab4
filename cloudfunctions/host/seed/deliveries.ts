import { sql } from 'kysely';
import { dayAt } from '../../../shared/day';
import { hashLine } from '../../server/audit';
import { SWEEP } from '../../server/sweeps/actor';
import { followUp } from '../../server/sweeps/consequences';
import { type Envelope, loadEnvelopes } from '../../server/sweeps/envelopes';
import { lostReason } from '../../server/sweeps/lost-reason';
import type { Ending } from '../../server/sweeps/receipts';
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
  const envelopes = await loadEnvelopes(stage.tx, [...due.values()]);
  const ended = envelopes.map((envelope): Ended => {
    const reason = lostReason(envelope, today);
    const ending: Ending = reason ? { state: 'suppressed', reason } : fateOf(fates, envelope);
    const queued = due.get(envelope.noticeId)!.notBefore;
    return { ...envelope, ending, at: new Date(queued.getTime() + stage.dice.between(20, 90) * 1000) };
  });
  await writeEndings(stage, ended);
  const sent = ended.filter(({ ending }) => ending.state !== 'suppressed');
  await appendLines(stage, sent);
  for (const { at, ...envelope } of sent.filter(({ ending }) => ending.state !== 'delivered')) {
    await followUp({ app: stage.app, tx: stage.tx, now: at }, envelope, envelope.ending);
  }
}

const fateOf = (fates: Fates, { partyId, channel }: Envelope): Ending =>
  (partyId && channel === 'sms' && fates.get(partyId)) || { state: 'delivered', reason: null };

async function waiting({ tx, now }: Stage) {
  const keys = await tx
    .selectFrom('notices')
    .select(['court_id as courtId', 'notice_id as noticeId', 'not_before as notBefore'])
    .where('state', '=', 'pending')
    .where('not_before', '<=', now())
    .execute();
  return new Map(keys.map((key) => [key.noticeId, key]));
}

async function writeEndings({ tx }: Stage, ended: Ended[]): Promise<void> {
  const rows = ended.map(({ noticeId, ending: { state, reason }, at }) => {
    const sent = state !== 'suppressed';
    return { noticeId, state, reason, at, attempts: sent ? 1 : 0, called: sent ? at : null };
  });
  await sql`
    update notices n
    set state = r.state, reason = r.reason, decided_at = r.at, called_at = r.called, attempts = r.attempts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("noticeId" text, state text, reason text, at timestamptz, called timestamptz, attempts int)
    where n.court_id = ${COURT} and n.notice_id = r."noticeId"`.execute(tx);
}

/** One audit line a message, at the end of its case's chain; whole chains at once, as nobody else writes. */
async function appendLines({ tx }: Stage, sent: Ended[]): Promise<void> {
  const chains = await endsOf(tx, sent);
  const rows = sent.map(({ courtId, caseId, noticeId, step, channel, ending, at }) => {
    const last = chains.get(caseId)!;
    const facts = { noticeId, step, channel, outcome: ending.state, reason: ending.reason };
    const line = { courtId, subject: caseId, at, actor: SWEEP, action: 'send-notice', facts };
    const next = { seq: last.seq + 1, hash: hashLine(line, last.seq + 1, last.hash) };
    chains.set(caseId, next);
    const { courtId: court_id, facts: told, ...rest } = line;
    return { court_id, ...rest, facts: JSON.stringify(told), previous_hash: last.hash, ...next };
  });
  if (rows.length > 0) await tx.insertInto('audit_lines').values(rows).execute();
}

async function endsOf(tx: Stage['tx'], sent: Ended[]) {
  const rows = await tx
    .selectFrom('audit_lines')
    .distinctOn('subject')
    .select(['subject', 'seq', 'hash'])
    .where('court_id', '=', COURT)
    .where('subject', 'in', [...new Set(sent.map(({ caseId }) => caseId)), ''])
    .orderBy('subject')
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.map(({ subject, seq, hash }) => [subject, { seq, hash }]));
}
