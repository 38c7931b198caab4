import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import { audienceOf, indexOfUser } from '../chat/people';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { countFailure, forgetFailures, refuseHaste } from '../sign-in-failures';

type Input = InputOf<'bind-chat'>;

export const bindChat: Handler<'bind-chat'> = async (input, context) => {
  const subject = `chat ${input.gateway} ${input.from}`;
  await refuseHaste(context, subject);
  const accountId = await spendCode(input.code, context);
  const audience = accountId && (await audienceOf(context, accountId));
  if (!accountId || !audience) {
    await countFailure(context, subject);
    await context.audit('court', 'bind-chat-refused', { gateway: input.gateway });
    throw new Refusal('chat-code-wrong').keepingFacts();
  }
  await forgetFailures(context, subject);
  const chatId = await bind(input, accountId, context);
  await context.audit('court', 'bind-chat', { accountId, chatId, gateway: input.gateway });
  return { audience };
};

/** One use: whoever deletes the row has it. */
async function spendCode(code: string, { app, tx, courtId }: SignedIn): Promise<string | null> {
  const spent = await tx
    .deleteFrom('chat_codes')
    .where('court_id', '=', courtId)
    .where('code_index', '=', app.vault.index(SEALED.chatCode, code.normalize('NFKC')))
    .where('expires_at', '>', app.wallClock())
    .returning('account_id')
    .executeTakeFirst();
  return spent?.account_id ?? null;
}

/** A chat account belongs to one person, and a person has one in each chat system. */
async function bind({ gateway, from }: Input, accountId: string, context: SignedIn): Promise<string> {
  const { app, tx, courtId, now } = context;
  const userIndex = indexOfUser(context, gateway, from);
  await tx
    .updateTable('chat_bindings')
    .set({ ended_at: now })
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .where('ended_at', 'is', null)
    .where((e) => e.or([e('user_index', '=', userIndex), e('account_id', '=', accountId)]))
    .execute();
  const chatId = app.newId('chat');
  await tx
    .insertInto('chat_bindings')
    .values({
      court_id: courtId,
      chat_id: chatId,
      account_id: accountId,
      gateway,
      user_sealed: app.vault.seal(SEALED.chatUser, from),
      user_index: userIndex,
      bound_at: now,
    })
    .execute();
  return chatId;
}
