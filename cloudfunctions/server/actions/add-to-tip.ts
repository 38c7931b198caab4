import { Refusal } from '../../../shared/refusal';
import type { PublicHandler } from '../context';
import { onDuty, ring } from '../rings';
import { tipByCode } from '../tips/code';
import { addMessage } from '../tips/messages';
import { attachTipPhotos } from '../tips/photos';
import { ensureMaySend, senderOf } from '../tips/senders';

/** Messages of one tip in a day. */
const MOST_A_DAY = 30;
const A_DAY_MS = 24 * 3_600_000;

export const addToTip: PublicHandler<'add-to-tip'> = async (input, context) => {
  const { tx, courtId, now } = context;
  const row = await tipByCode(context, input.code);
  const sender = senderOf(context, input.device);
  await ensureMaySend(context, row.sender_index, 'photos');
  await ensureMaySend(context, sender, 'photos');
  const { today } = await tx
    .selectFrom('tip_messages')
    .select((e) => e.fn.countAll<number>().as('today'))
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .where('from_side', '=', 'tipster')
    .where('at', '>', new Date(now.getTime() - A_DAY_MS))
    .executeTakeFirstOrThrow();
  if (today >= MOST_A_DAY) throw new Refusal('tip-too-often');
  const messageId = await addMessage(context, row, { side: 'tipster', once: input.once }, input.words);
  if (messageId) {
    await attachTipPhotos(context, { tipId: row.tip_id, messageId }, sender, input.photos);
    await ring(context, await onDuty(tx, courtId, now), { kind: 'desk', aboutId: messageId });
  }
  await context.audit('court', 'add-to-tip', { seq: row.seq, again: messageId === null });
  return { done: true };
};
