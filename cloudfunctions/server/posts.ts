import { sql } from 'kysely';
import { mayTakeOver, type Post } from '../../shared/cases/hand-over';
import { ROLE_WORDS } from '../../shared/cases/roles';
import type { SignedIn } from './context';

export interface Colleague {
  accountId: string;
  name: string;
  posts: Post[];
  /** His posts, as a list shows them. */
  words: string;
}

/** The caller's own posts; what was handed over to him is not his to hand on. */
export async function ownPosts(context: SignedIn): Promise<Post[]> {
  return (await holders(context, context.caller.accountId)).flatMap(({ posts }) => posts);
}

/** Everybody who may stand in for the caller. */
export async function colleaguesOf(context: SignedIn): Promise<Colleague[]> {
  const own = await ownPosts(context);
  const everybody = await holders(context, null);
  return everybody.filter(
    ({ accountId, posts }) => accountId !== context.caller.accountId && mayTakeOver(own, posts),
  );
}

interface Row extends Post {
  accountId: string;
  name: string;
  place: string;
}

/** Who holds a post with a place today: one account, or all of them. */
async function holders({ tx, courtId, today }: SignedIn, accountId: string | null): Promise<Colleague[]> {
  const { rows } = await sql<Row>`
    select g.account_id as "accountId", a.name, g.role, coalesce(g.town_id, v.town_id) as "townId",
      g.team_id as "teamId", coalesce(v.name, t.name, e.name, '') as place
    from grants_on(${today}::date) g
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    left join villages v on v.court_id = g.court_id and v.village_id = g.village_id
    left join towns t on t.court_id = g.court_id and t.town_id = g.town_id
    left join teams e on e.court_id = g.court_id and e.team_id = g.team_id
    where g.court_id = ${courtId} and g.stands_in_for is null
      and g.role in ('village-liaison', 'town-liaison', 'officer')
      and (${accountId}::text is null or g.account_id = ${accountId})
    order by a.name, g.account_id, place`.execute(tx);
  const people = new Map<string, Colleague>();
  for (const { accountId: id, name, place, ...post } of rows) {
    const words = [ROLE_WORDS[post.role], place].filter(Boolean).join(' ');
    const known = people.get(id);
    if (known) {
      known.posts.push(post);
      known.words += `、${words}`;
    } else people.set(id, { accountId: id, name, posts: [post], words });
  }
  return [...people.values()];
}
