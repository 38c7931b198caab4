import { sql } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import type { ChatGateway } from '../../../shared/cases/chat';
import type { Day } from '../../../shared/day';
import { digestDue } from '../../../shared/reminders/digest';
import { digestText, groupTextFault, urgentText } from '../../../shared/reminders/group-text';
import { isQuiet } from '../../../shared/reminders/quiet-hours';
import { calendarsOf } from '../calendars';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { laddersOf } from '../storage/ladders';

type Post = OutputOf<'claim-group-posts'>['posts'][number];

interface Group {
  chatGroupId: string;
  groupSealed: string;
  open: number;
  overdue: number;
  /** The only person whose overdue tasks these are, as this chat system calls him. */
  turnOf: string | null;
}

/** One digest a week and one urgent a day for each group that is on; never both at once, and nothing at night. */
export async function takePosts(context: SignedIn, gateway: ChatGateway): Promise<Post[]> {
  const { now, today, tx, courtId } = context;
  if (isQuiet(now)) return [];
  const ladder = (await laddersOf(tx, [courtId], today)).get(courtId)!;
  const digestDay = digestDue(ladder, today, now, await calendarsOf(tx));
  const posts: Post[] = [];
  for (const group of await groupsOf(context, gateway)) {
    const post =
      (digestDay && group.open > 0 ? await take(context, gateway, group, 'digest', digestDay) : null) ??
      (group.overdue > 0 ? await takeUrgent(context, gateway, group) : null);
    if (post) posts.push(post);
  }
  return posts;
}

async function groupsOf({ tx, courtId, today }: SignedIn, gateway: ChatGateway): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with mine as (
      select t.task_id, t.town_id, t.role, t.village_id, t.due_day < ${today} as late
      from tasks t join cases c on c.court_id = t.court_id and c.case_id = t.case_id
      where t.court_id = ${courtId} and t.role <> 'officer' and t.state in ('open', 'acknowledged')
        and t.decline_reason is null and c.status in ('supervised', 'planned'))
    select g.chat_group_id as "chatGroupId", g.group_sealed as "groupSealed",
      (select count(*)::int from mine m where m.town_id = g.town_id) as open,
      (select count(*)::int from mine m where m.town_id = g.town_id and m.late) as overdue,
      (select case when count(distinct h.account_id) = 1 then max(b.user_sealed) end
        from mine m
        join grants_on(${today}::date) h on h.court_id = g.court_id and h.role = m.role
          and case m.role when 'town-liaison' then h.town_id = m.town_id else h.village_id = m.village_id end
        left join chat_bindings b on b.court_id = h.court_id and b.account_id = h.account_id
          and b.gateway = g.gateway and b.ended_at is null
        where m.town_id = g.town_id and m.late) as "turnOf"
    from chat_groups g
    where g.court_id = ${courtId} and g.gateway = ${gateway} and g.is_on
    order by g.chat_group_id`.execute(tx);
  return rows;
}

/** Not on a day on which the group has heard of its week. */
async function takeUrgent(context: SignedIn, gateway: ChatGateway, group: Group): Promise<Post | null> {
  const { tx, courtId, today } = context;
  const said = await tx
    .selectFrom('chat_posts')
    .select('post_id')
    .where('court_id', '=', courtId)
    .where('chat_group_id', '=', group.chatGroupId)
    .where('kind', '=', 'digest')
    .where('day', '=', today)
    .executeTakeFirst();
  return said ? null : take(context, gateway, group, 'urgent', today);
}

async function take(
  context: SignedIn,
  gateway: ChatGateway,
  group: Group,
  kind: 'digest' | 'urgent',
  day: Day,
): Promise<Post | null> {
  const { app, tx, courtId, now } = context;
  const text =
    kind === 'digest' ? digestText(group, app.publicUrl) : urgentText({ open: group.overdue }, app.publicUrl);
  const fault = groupTextFault(text, app.publicUrl);
  const key = app.newId('chatPost');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('chat_posts')
    .values({
      court_id: courtId,
      post_id: key,
      chat_group_id: group.chatGroupId,
      kind,
      day,
      taken_at: now,
      outcome: fault ? 'refused' : null,
      reason: fault,
    })
    .onConflict((c) => c.columns(['court_id', 'chat_group_id', 'kind', 'day']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return null;
  await context.audit('court', fault ? 'refuse-group-post' : 'claim-group-post', {
    postId: key,
    gateway,
    kind,
    fault,
  });
  if (fault) return null;
  const mention = kind === 'urgent' && group.turnOf ? app.vault.open(SEALED.chatUser, group.turnOf) : null;
  return {
    key,
    groupId: app.vault.open(SEALED.chatGroup, group.groupSealed),
    ...(mention ? { mention } : {}),
    text,
  };
}
