import type { InputOf } from '../../../shared/actions';
import type { ChatGateway } from '../../../shared/cases/chat';
import { Refusal } from '../../../shared/refusal';
import { rolesOf } from '../caller';
import { audienceOf, bindingOf } from '../chat/people';
import type { Handler, SignedIn } from '../context';
import { courtOf } from '../court';
import { SEALED } from '../sensitive';

type Input = InputOf<'hand-to-person'>;

export const handToPerson: Handler<'hand-to-person'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  const writer = await writerOf(input, context);
  const handoverId = app.newId('handover');
  await tx
    .insertInto('chat_handovers')
    .values({
      court_id: courtId,
      handover_id: handoverId,
      reason: input.reason,
      text_sealed: app.vault.seal(SEALED.chatText, input.text),
      gateway: writer.gateway,
      account_id: writer.accountId,
      audience: writer.accountId ? await audienceOf(context, writer.accountId) : null,
      user_sealed: writer.from && app.vault.seal(SEALED.chatUser, writer.from),
      made_by: caller.accountId,
      at: now,
    })
    .execute();
  await context.audit('court', 'hand-to-person', {
    handoverId,
    reason: input.reason,
    accountId: writer.accountId,
  });
  const { name, phone } = await courtOf(context);
  return { handoverId, courtName: name, courtPhone: phone };
};

interface Writer {
  gateway: ChatGateway;
  accountId: string | null;
  from: string | null;
}

/** The bot speaks for a sender; everybody else for himself, in the chat that he writes from. */
async function writerOf({ sender }: Input, context: SignedIn): Promise<Writer> {
  const { tx, courtId, caller } = context;
  if (rolesOf(caller).has('bot')) {
    if (!sender) throw new Refusal('chat-sender-missing');
    const chat = await bindingOf(context, sender.gateway, sender.from);
    return { ...sender, accountId: chat?.account_id ?? null };
  }
  const chat = await tx
    .selectFrom('chat_bindings')
    .select('gateway')
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .orderBy((e) => e('chat_id', '=', caller.viaChat ?? ''), 'desc')
    .executeTakeFirst();
  if (!chat) throw new Refusal('chat-not-bound');
  return { gateway: chat.gateway, accountId: caller.accountId, from: null };
}
