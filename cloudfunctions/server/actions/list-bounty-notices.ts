import { publicNoticeOf } from '../bounties/rows';
import type { PublicHandler } from '../context';
import { courtOf } from '../court';

const PAGE = 20;

export const listBountyNotices: PublicHandler<'list-bounty-notices'> = async ({ page }, context) => {
  const { tx, courtId, today } = context;
  const published = tx
    .selectFrom('bounty_notices')
    .where('court_id', '=', courtId)
    .where('state', '=', 'published')
    .where('expires_day', '>=', today);
  const rows = await published
    .selectAll()
    .orderBy('approved_at', 'desc')
    .orderBy('bounty_id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  const { total } = await published
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const court = await courtOf(context);
  return {
    notices: rows.map((row) => publicNoticeOf(row, court)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
};
