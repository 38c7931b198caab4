import { sql } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import type { ChatGateway } from '../../../shared/cases/chat';
import { addDays, dayAt, instantOf } from '../../../shared/day';
import { chatWording } from '../../../shared/reminders/chat-wording';
import { isQuiet } from '../../../shared/reminders/quiet-hours';
import { URGENT } from '../../../shared/reminders/weight';
import { ownWordingFor } from '../../../shared/reminders/wording';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { mark } from '../sweeps/call-carriers';
import { CLAIM_MS, type Claim, release } from '../sweeps/claims';
import { errandsOf, whatIsLost } from '../sweeps/deliver-notices';
import { loadEnvelopes } from '../sweeps/envelopes';
import { type Errand, type Letterheads, loadLetterheads } from '../sweeps/letters';
import { suppressClaimed } from '../sweeps/settle';
import { tasksOf } from './tasks-of';

type Say = OutputOf<'claim-chat-notices'>['notices'][number];

const MORNING_HOUR = 8;

/** What the bot may say now, and from this moment on may have said: claimed, marked and written down in one go. */
export async function claimForChat(context: SignedIn, gateway: ChatGateway, limit: number): Promise<Say[]> {
  const { app, tx, now, courtId } = context;
  const runId = app.newId('run');
  const claims = await take(context, gateway, runId, limit);
  if (claims.length === 0) return [];
  const here = { db: tx, now: () => now };
  const letterheads = await loadLetterheads({ db: tx, publicUrl: app.publicUrl }, [courtId]);
  const envelopes = await loadEnvelopes(tx, claims, now);
  const lost = await whatIsLost(here, letterheads, claims, envelopes);
  await suppressClaimed(here, runId, lost);
  const gone = new Set(lost.map(({ noticeId }) => noticeId));
  const errands = errandsOf(
    claims,
    envelopes.filter(({ noticeId }) => !gone.has(noticeId)),
  );
  if (errands.length === 0) return [];
  const marked = await mark(tx, runId, errands, dayAt(now), now);
  const held = errands.filter(({ leader }) => !marked.has(leader.noticeId));
  const tomorrow = instantOf(addDays(dayAt(now), 1), MORNING_HOUR);
  await release(
    { db: tx },
    runId,
    held.flatMap(({ all }) => all),
    tomorrow,
  );
  const says: Say[] = [];
  for (const errand of errands.filter(({ leader }) => marked.has(leader.noticeId))) {
    says.push(await write(context, gateway, letterheads, errand));
  }
  return says;
}

/** As every carrier's sender claims, but only for those whom the bot knows in this chat system. */
async function take(
  { tx, courtId, now }: SignedIn,
  gateway: ChatGateway,
  runId: string,
  limit: number,
): Promise<Claim[]> {
  const isHis = sql`
    join notices n on n.court_id = o.court_id and n.notice_id = o.notice_id
    join chat_bindings b on b.court_id = n.court_id and b.account_id = n.account_id and b.gateway = ${gateway}
      and b.ended_at is null and (not b.muted or o.weight <= ${URGENT})`;
  const isWaiting = sql`o.court_id = ${courtId} and o.channel = 'chat' and o.claimed_by is null and o.not_before <= ${now}`;
  const { rows } = await sql<Claim>`
    with due as materialized (
      select o.court_id, o.notice_id, o.person, o.weight from outbox o ${isHis}
      where ${isWaiting} and (o.weight = 0 or not ${isQuiet(now)}::boolean)
      order by o.not_before limit ${limit} for update of o skip locked),
    kin as materialized (
      select o.court_id, o.notice_id from outbox o ${isHis}
      where ${isWaiting} and o.weight > 0 and o.person = any (array(select person from due where weight > 0))
      for update of o skip locked)
    update outbox o
    set claimed_by = ${runId}, claim_expires_at = ${new Date(now.getTime() + CLAIM_MS)}, called_at = null
    from (select court_id, notice_id from due union select court_id, notice_id from kin) as taken
    where o.court_id = taken.court_id and o.notice_id = taken.notice_id
    returning o.court_id as "courtId", o.notice_id as "noticeId", o.person, o.weight, o.attempts`.execute(tx);
  return rows;
}

async function write(
  context: SignedIn,
  gateway: ChatGateway,
  letterheads: Letterheads,
  { leader, all }: Errand,
): Promise<Say> {
  const { app, tx, courtId, now } = context;
  const letterhead = letterheads.get(courtId)!;
  const cases = new Set(all.map(({ caseId }) => caseId));
  const saying = { ...leader, code: '', cases: cases.size, notices: all.length };
  const tasks = await tasksOf(context, leader.accountId!, [...cases]);
  const own = ownWordingFor(letterhead.own, saying, 'sms');
  const { text, version } = chatWording(saying, letterhead, tasks, own);
  const key = app.newId('say');
  const noticeIds = all.map(({ noticeId }) => noticeId);
  await sql`
    update outbox set claimed_by = ${key} where court_id = ${courtId} and notice_id = any (${noticeIds}::text[])`.execute(
    tx,
  );
  await tx
    .insertInto('chat_says')
    .values({
      court_id: courtId,
      say_key: key,
      gateway,
      notice_id: leader.noticeId,
      notice_ids: noticeIds,
      template: `chat-${leader.step}`,
      template_version: version,
      taken_at: now,
    })
    .execute();
  const { user_sealed } = await tx
    .selectFrom('chat_bindings')
    .select('user_sealed')
    .where('court_id', '=', courtId)
    .where('account_id', '=', leader.accountId)
    .where('gateway', '=', gateway)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { key, to: app.vault.open(SEALED.chatUser, user_sealed), text };
}
