import type { Role } from '../../shared/cases/roles';
import type { App } from '../server/app';
import { type Act, actorOf } from './acting';
import { DEMO_GROUP } from './phone-wall/chat-people';

const GATEWAY = 'sandbox';
/** Who has bound his chat already; the others can try it by themselves. */
const BOUND: Role = 'town-liaison';

/** Once: one person talks with the bot already, and the court has put the group of his town on its list. */
export async function joinChats(app: App, botId: string): Promise<void> {
  const [liaison, chief] = await Promise.all([persona(app, BOUND), persona(app, 'chief')]);
  const { chats } = await liaison.act('list-my-chats', {});
  if (chats.length > 0) return;
  const { code } = await liaison.act('create-chat-code', {});
  const bot = actorOf(app, { courtId: liaison.courtId, accountId: botId });
  await bot('bind-chat', { gateway: GATEWAY, from: BOUND, code });
  const { town_id: townId, name } = await app.db
    .selectFrom('role_grants as g')
    .innerJoin('towns as t', (j) =>
      j.onRef('t.court_id', '=', 'g.court_id').onRef('t.town_id', '=', 'g.town_id'),
    )
    .select(['t.town_id', 't.name'])
    .where('g.account_id', '=', liaison.accountId)
    .where('g.role', '=', BOUND)
    .executeTakeFirstOrThrow();
  const group = { gateway: GATEWAY, groupId: DEMO_GROUP, name: `${name}联络群`, townId, isOn: true } as const;
  await chief.act('save-chat-group', group);
}

async function persona(app: App, name: Role): Promise<{ act: Act; courtId: string; accountId: string }> {
  const { court_id: courtId, account_id: accountId } = await app.db
    .selectFrom('demo_personas')
    .select(['court_id', 'account_id'])
    .where('persona', '=', name)
    .executeTakeFirstOrThrow();
  return { act: actorOf(app, { courtId, accountId }), courtId, accountId };
}
