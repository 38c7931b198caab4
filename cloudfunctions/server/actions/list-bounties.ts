import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import type { BountyState } from '../../../shared/cases/bounty-notice';
import { type BountyRow, bountyLineOf } from '../bounties/rows';
import { calendarsOf } from '../calendars';
import type { Handler, SignedIn } from '../context';
import { casesInReach } from '../reach';
import { watermark } from '../watermark';

const PAGE = 20;
type Filter = InputOf<'list-bounties'>['filter'];

const STATES: Record<Filter, BountyState[]> = {
  waiting: ['applied', 'drafted'],
  published: ['published'],
  ended: ['refused', 'ended'],
};

type Listed = BountyRow & { case_number: string; debtor: string; total: number };

export const listBounties: Handler<'list-bounties'> = async ({ filter, page }, context) => {
  const rows = await rowsOf(context, filter, page);
  const calendar = await calendarsOf(context.tx);
  const total = rows[0]?.total ?? 0;
  return {
    bounties: rows.map((row) => ({
      ...bountyLineOf(row, calendar, context.today),
      caseNumber: row.case_number,
      debtorName: row.debtor,
      creditorNote: row.creditor_note,
      policyNumber: row.policy_number,
      isMine: row.decided_by === context.caller.accountId,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    watermark: watermark(context),
  };
};

async function rowsOf(context: SignedIn, filter: Filter, page: number): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select b.*, c.case_number, count(*) over ()::int as total,
      (select coalesce(string_agg(p.name, '、' order by p.party_id), '') from parties p
        where p.court_id = c.court_id and p.case_id = c.case_id and p.side = 'obligor') as debtor
    from bounty_notices b
    join cases c on c.court_id = b.court_id and c.case_id = b.case_id
    where b.court_id = ${context.courtId} and b.state = any(${STATES[filter]}::text[]) and ${casesInReach(context)}
    order by ${filter === 'ended' ? sql`b.applied_at desc` : sql`b.applied_at`}, b.bounty_id
    limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(context.tx);
  return rows;
}
