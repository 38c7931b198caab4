import { sql } from 'kysely';
import { FAILOVER_MINUTES, SILENT_MS } from '../chat/gateways';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';

export const listChatGroups: Handler<'list-chat-groups'> = async (_input, context) => ({
  groups: await groupsOf(context),
  failoverMinutes: await failoverOf(context),
  gateways: await gatewaysOf(context),
});

async function groupsOf({ app, tx, courtId }: SignedIn) {
  const rows = await tx
    .selectFrom('chat_groups as g')
    .innerJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 'g.court_id').onRef('w.town_id', '=', 'g.town_id'),
    )
    .selectAll('g')
    .select((e) => [
      'w.name as town',
      e
        .selectFrom('chat_posts as p')
        .select((x) => x.fn.max('p.day').as('day'))
        .whereRef('p.court_id', '=', 'g.court_id')
        .whereRef('p.chat_group_id', '=', 'g.chat_group_id')
        .as('last'),
    ])
    .where('g.court_id', '=', courtId)
    .orderBy('w.name')
    .orderBy('g.name')
    .execute();
  return rows.map((row) => ({
    chatGroupId: row.chat_group_id,
    gateway: row.gateway,
    groupId: app.vault.open(SEALED.chatGroup, row.group_sealed),
    name: row.name,
    townId: row.town_id,
    town: row.town,
    isOn: row.is_on,
    lastPostDay: row.last,
  }));
}

async function failoverOf({ tx, courtId }: SignedIn): Promise<number> {
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  return (settings as { chatFailoverMinutes?: number } | null)?.chatFailoverMinutes ?? FAILOVER_MINUTES;
}

async function gatewaysOf({ app, tx, courtId }: SignedIn) {
  const rows = await tx
    .selectFrom('chat_gateways as w')
    .selectAll('w')
    .select(
      sql<number>`(select count(*)::int from chat_bindings b
        where b.court_id = w.court_id and b.gateway = w.gateway and b.ended_at is null)`.as('bound'),
    )
    .where('w.court_id', '=', courtId)
    .orderBy('w.gateway')
    .execute();
  const silent = app.wallClock().getTime() - SILENT_MS;
  return rows.map((row) => ({
    gateway: row.gateway,
    state: row.heard_at.getTime() > silent ? row.state : ('down' as const),
    since: (row.heard_at.getTime() > silent ? row.since : row.heard_at).toISOString(),
    heardAt: row.heard_at.toISOString(),
    bound: row.bound,
  }));
}
