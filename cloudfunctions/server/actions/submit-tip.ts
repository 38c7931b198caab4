import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { tipDueAt } from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Context, PublicHandler } from '../context';
import { onDuty, ring } from '../rings';
import { SEALED } from '../sensitive';
import { codeHashOf } from '../tips/code';
import { takePlace } from '../tips/order';
import { attachTipPhotos } from '../tips/photos';
import { sealContent, type TipContent } from '../tips/rows';
import { ensureMaySend, senderOf } from '../tips/senders';

type Input = InputOf<'submit-tip'>;

export const submitTip: PublicHandler<'submit-tip'> = async (input, context) => {
  const codeHash = await codeHashOf(context.app, input.code);
  const earlier = await receivedEarlier(context, codeHash);
  if (earlier) return earlier;
  if (input.seenDay > context.today) throw new Refusal('tip-day-wrong');
  const sender = senderOf(context, input.device);
  await ensureMaySend(context, sender, 'tips');
  const { seq, tipId } = await receive(input, context, { codeHash, sender });
  await attachTipPhotos(context, { tipId, messageId: null }, sender, input.photos);
  await waitForCheck(context, tipId);
  await ring(context, await onDuty(context.tx, context.courtId, context.now), {
    kind: 'desk',
    aboutId: tipId,
  });
  await context.audit('court', 'submit-tip', { seq });
  return { number: seq, receivedAt: context.now.toISOString(), receivedEarlier: false };
};

/** A lost answer: what was kept then stands, and he is told so. */
async function receivedEarlier({ tx, courtId, audit }: Context, codeHash: string) {
  // A second try while the first is under way waits for it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tip/${courtId}/${codeHash}`}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('tips')
    .select(['seq', 'received_at'])
    .where('court_id', '=', courtId)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  if (!row) return null;
  await audit('court', 'submit-tip', { seq: row.seq, again: true });
  return { number: row.seq, receivedAt: row.received_at.toISOString(), receivedEarlier: true };
}

async function receive(input: Input, context: Context, of: { codeHash: string; sender: string }) {
  const { app, tx, courtId, now } = context;
  const notice = await noticeOf(context, input.number);
  const content: TipContent = {
    words: input.words,
    place: input.place,
    point: input.point ?? null,
    seenDay: input.seenDay,
    seenWhen: input.seenWhen,
    whom: input.whom || null,
  };
  const tipId = app.newId('tip');
  const contentDigest = app.tipVault.index(SEALED.tipContent, JSON.stringify(content));
  const placed = await takePlace(tx, { courtId, tipId, receivedAt: now, contentDigest });
  await tx
    .insertInto('tips')
    .values({
      court_id: courtId,
      tip_id: tipId,
      seq: placed.seq,
      received_at: now,
      content_digest: contentDigest,
      previous_hash: placed.previousHash,
      hash: placed.hash,
      code_hash: of.codeHash,
      sender_index: of.sender,
      content_sealed: sealContent(context, content),
      about: input.about,
      bounty_id: notice?.bounty_id ?? null,
      case_id: notice?.case_id ?? null,
      state_since: now,
      due_at: tipDueAt('received', now),
      check_result: app.contentChecker && context.openid ? 'waiting' : 'unchecked',
    })
    .execute();
  return { seq: placed.seq, tipId };
}

/** A notice that was taken down meanwhile still says which case is meant. */
async function noticeOf({ tx, courtId }: Context, number: string | undefined) {
  if (number === undefined) return null;
  const row = await tx
    .selectFrom('bounty_notices')
    .select(['bounty_id', 'case_id'])
    .where('court_id', '=', courtId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw new Refusal('bounty-unknown');
  return row;
}

/** The platform must be told whose words they are; that is sealed apart, and gone within two hours. */
async function waitForCheck({ app, tx, courtId, now, openid }: Context, tipId: string): Promise<void> {
  if (!app.contentChecker || !openid) return;
  await tx
    .insertInto('tip_checks')
    .values({
      court_id: courtId,
      tip_id: tipId,
      openid_sealed: app.tipsterVault.seal(SEALED.tipOpenid, openid),
      at: now,
    })
    .execute();
}
