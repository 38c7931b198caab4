import type { InputOf } from '../../../shared/actions';
import { audienceOf, bindingOf } from '../chat/people';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';

type Input = InputOf<'open-chat'>;

export const openChat: Handler<'open-chat'> = async (input, context) => {
  const first = await note(input, context);
  const isDirect = input.place === 'direct';
  return {
    first,
    allowed: isDirect || (await isOnList(input, context)),
    site: context.app.publicUrl,
    person: isDirect ? await writerOf(input, context) : null,
  };
};

/** The message’s id before anything else: a message that comes again is known. */
async function note({ gateway, messageId }: Input, { app, tx, courtId, now }: SignedIn): Promise<boolean> {
  const index = app.vault.index(SEALED.chatMessage, `${gateway} ${messageId}`);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('chat_inbox')
    .values({ court_id: courtId, gateway, message_index: index, at: now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function isOnList({ gateway, groupId }: Input, { app, tx, courtId }: SignedIn): Promise<boolean> {
  if (!groupId) return false;
  const group = await tx
    .selectFrom('chat_groups')
    .select('chat_group_id')
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .where('group_index', '=', app.vault.index(SEALED.chatGroup, `${gateway} ${groupId}`))
    .where('is_on', '=', true)
    .executeTakeFirst();
  return group !== undefined;
}

async function writerOf({ gateway, from }: Input, context: SignedIn) {
  const { app, tx, courtId, now } = context;
  const chat = await bindingOf(context, gateway, from);
  const audience = chat && (await audienceOf(context, chat.account_id));
  if (!chat || !audience) return null;
  await tx
    .updateTable('chat_bindings')
    .set({ last_used_at: now })
    .where('court_id', '=', courtId)
    .where('chat_id', '=', chat.chat_id)
    .execute();
  const { token, expiresAt } = await app.tokens.issue(
    'chat',
    { courtId, accountId: chat.account_id, signIn: { sessionId: chat.chat_id, rotation: 0 } },
    app.wallClock(),
  );
  return { token, expiresAt: expiresAt.toISOString(), audience, muted: chat.muted };
}
