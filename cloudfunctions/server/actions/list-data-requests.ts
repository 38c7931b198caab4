import type { Correctable } from '../../../shared/cases/data-requests';
import { ROLE_WORDS, type Role } from '../../../shared/cases/roles';
import { calendarsOf } from '../calendars';
import type { Handler, SignedIn } from '../context';
import { planErasure } from '../data-requests/erase';
import { dataRequests, lineOf, wantedOf } from '../data-requests/rows';
import { SEALED } from '../sensitive';
import { watermark } from '../watermark';

const PER_PAGE = 30;
type Filter = 'open' | 'decided';

export const listDataRequests: Handler<'list-data-requests'> = async ({ filter, page }, context) => {
  const total = await count(context, filter);
  const rows = await rowsOf(context, filter, page);
  const calendar = await calendarsOf(context.tx);
  const requests = [];
  for (const row of rows) {
    requests.push({ ...lineOf(row, calendar, context.today), ...(await forTheCourt(context, row)) });
  }
  const requestIds = rows.map((row) => row.request_id);
  await context.audit('court', 'list-data-requests', { filter, page, requestIds });
  return {
    requests,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    watermark: watermark(context),
  };
};

const select = (context: SignedIn, filter: Filter) =>
  dataRequests(context).where('r.state', filter === 'open' ? '=' : '!=', 'open');

async function count(context: SignedIn, filter: Filter): Promise<number> {
  const { rows } = await select(context, filter)
    .select((e) => e.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** Who has waited longest stands first; of what was answered, the latest. */
function rowsOf(context: SignedIn, filter: Filter, page: number) {
  return select(context, filter)
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'r.court_id').onRef('a.account_id', '=', 'r.account_id'),
    )
    .leftJoin('accounts as d', (j) =>
      j.onRef('d.court_id', '=', 'r.court_id').onRef('d.account_id', '=', 'r.decided_by'),
    )
    .selectAll('r')
    .select(['c.task_number', 'c.case_number', 'c.case_id', 'a.name', 'd.name as decidedBy'])
    .select(['p.side', 'p.name as partyName', 'a.phone_sealed as accountPhone'])
    .select(['p.phone_sealed', 'p.service_address_sealed', 'p.household_address_sealed'])
    .select((e) =>
      e
        .selectFrom('role_grants as g')
        .select('g.role')
        .whereRef('g.court_id', '=', 'r.court_id')
        .whereRef('g.account_id', '=', 'r.account_id')
        .where('g.revoked_at', 'is', null)
        .orderBy('g.valid_from', 'desc')
        .orderBy('g.grant_id')
        .limit(1)
        .as('role'),
    )
    .orderBy(filter === 'open' ? 'r.made_at' : 'r.decided_at', filter === 'open' ? 'asc' : 'desc')
    .orderBy('r.request_id')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
}

async function forTheCourt(context: SignedIn, row: Row) {
  const role: Role | null = row.side ?? row.role;
  const isOpen = row.state === 'open';
  const plan = isOpen && row.kind === 'erasure' ? await planErasure(context, row) : null;
  return {
    name: row.partyName ?? row.name,
    role: role ? ROLE_WORDS[role] : '当事人',
    caseId: row.case_id,
    caseNumber: row.case_number,
    wanted: isOpen ? wantedOf(context, row) : null,
    now: isOpen ? nowOf(context, row) : null,
    outlook: plan && { done: plan.done, stays: plan.stays },
    decidedBy: row.decidedBy,
  };
}

/** What stands there today, to be compared with what he asks for. */
function nowOf({ openSealed }: SignedIn, row: Row): string | null {
  if (row.field === null || row.field === 'other') return null;
  if (row.field === 'name') return row.partyName ?? row.name;
  const { value, seal } = SEALED_NOW[row.field](row);
  const of = row.party_id ?? row.account_id;
  return value && openSealed({ subject: 'court', of, field: seal, value });
}

const SEALED_NOW: Record<
  Exclude<Correctable, 'name' | 'other'>,
  (row: Row) => { value: string | null; seal: string }
> = {
  phone: (row) => ({ value: row.party_id ? row.phone_sealed : row.accountPhone, seal: SEALED.phone }),
  'service-address': (row) => ({ value: row.service_address_sealed, seal: SEALED.serviceAddress }),
  'household-address': (row) => ({ value: row.household_address_sealed, seal: SEALED.householdAddress }),
};
