import { sql } from 'kysely';
import type { BountyEnding } from '../../../shared/cases/bounty-notice';
import { dayAt } from '../../../shared/day';
import type { App } from '../app';
import { appendAudit } from '../audit';
import { SWEEP } from './actor';

interface Over {
  court_id: string;
  bounty_id: string;
  case_id: string;
  ending: BountyEnding;
}

/** Takes down notices whose time is over or whose case is performed. Returns how many. */
export function endBounties(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const now = app.now();
    const { rows } = await sql<Over>`
      with over as (
        select b.court_id, b.bounty_id, case when c.status = 'performed' then 'performed' else 'expired' end as ending
        from bounty_notices b
        join cases c on c.court_id = b.court_id and c.case_id = b.case_id
        where b.state = 'published' and (b.expires_day < ${dayAt(now)} or c.status = 'performed')
        order by b.court_id, b.bounty_id for update of b skip locked)
      update bounty_notices b set state = 'ended', ending = o.ending, ended_at = ${now}
      from over o where b.court_id = o.court_id and b.bounty_id = o.bounty_id
      returning b.court_id, b.bounty_id, b.case_id, b.ending`.execute(tx);
    for (const { court_id: courtId, case_id: subject, bounty_id, ending } of rows) {
      const facts = { bountyId: bounty_id, ending };
      await appendAudit(tx, { courtId, subject, at: now, actor: SWEEP, action: 'end-bounty', facts });
    }
    return rows.length;
  });
}
