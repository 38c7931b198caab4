import type { ChatAudience, ChatGateway } from '../../../shared/cases/chat';
import { COURT_ROLES, type Role } from '../../../shared/cases/roles';
import { loadCaller, rolesOf } from '../caller';
import type { Context } from '../context';
import { SEALED } from '../sensitive';

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

/** What somebody is called differs from one chat system to the next. */
export const indexOfUser = ({ app }: Pick<Here, 'app'>, gateway: ChatGateway, from: string): string =>
  app.vault.index(SEALED.chatUser, `${gateway} ${from}`);

export function bindingOf({ app, tx, courtId }: Here, gateway: ChatGateway, from: string) {
  return tx
    .selectFrom('chat_bindings')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .where('user_index', '=', indexOfUser({ app }, gateway, from))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** What the account is to the bot today; null for whoever has lost all his roles and cases. */
export async function audienceOf(
  { tx, courtId, now }: Here,
  accountId: string,
): Promise<ChatAudience | null> {
  const caller = await loadCaller(tx, { courtId, accountId }, now);
  return caller && firstOf(rolesOf(caller));
}

function firstOf(roles: ReadonlySet<Role>): ChatAudience | null {
  if (roles.has('village-liaison') || roles.has('town-liaison')) return 'liaison';
  if (roles.has('obligor')) return 'obligor';
  if (roles.has('obligee')) return 'obligee';
  return COURT_ROLES.some((role) => roles.has(role)) ? 'staff' : null;
}
