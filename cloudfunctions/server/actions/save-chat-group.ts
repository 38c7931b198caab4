import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';

type Input = InputOf<'save-chat-group'>;

export const saveChatGroup: Handler<'save-chat-group'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  await checkTown(input.townId, context);
  const index = app.vault.index(SEALED.chatGroup, `${input.gateway} ${input.groupId}`);
  await refuseTaken(input, index, context);
  const columns = {
    gateway: input.gateway,
    group_sealed: app.vault.seal(SEALED.chatGroup, input.groupId),
    group_index: index,
    name: input.name,
    town_id: input.townId,
    is_on: input.isOn,
    saved_by: caller.accountId,
    saved_at: now,
  };
  const chatGroupId = input.chatGroupId ?? app.newId('chatGroup');
  if (input.chatGroupId) {
    const changed = await tx
      .updateTable('chat_groups')
      .set(columns)
      .where('court_id', '=', courtId)
      .where('chat_group_id', '=', chatGroupId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new Refusal('chat-group-unknown');
  } else {
    await tx
      .insertInto('chat_groups')
      .values({ court_id: courtId, chat_group_id: chatGroupId, ...columns })
      .execute();
  }
  await context.audit('court', 'save-chat-group', {
    chatGroupId,
    gateway: input.gateway,
    townId: input.townId,
    isOn: input.isOn,
  });
  return { chatGroupId };
};

async function checkTown(townId: string, { tx, courtId }: SignedIn): Promise<void> {
  const town = await tx
    .selectFrom('towns')
    .select('town_id')
    .where('court_id', '=', courtId)
    .where('town_id', '=', townId)
    .executeTakeFirst();
  if (!town) throw new Refusal('not-found-or-not-yours');
}

async function refuseTaken({ gateway, chatGroupId }: Input, index: string, { tx, courtId }: SignedIn) {
  const taken = await tx
    .selectFrom('chat_groups')
    .select('chat_group_id')
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .where('group_index', '=', index)
    .where('chat_group_id', '!=', chatGroupId ?? '')
    .executeTakeFirst();
  if (taken) throw new Refusal('chat-group-taken');
}
