import type { OutputOf } from '../../shared/actions';
import { maskAddress, maskIdNumber, maskPhone } from '../../shared/cases/mask';
import { ROLE_WORDS } from '../../shared/cases/roles';
import { VISIT_OUTCOME_WORDS } from '../../shared/cases/stages';
import type { SignedIn } from './context';
import { addressOf, idNumberOf, phoneOf } from './party-details';

type Parts = OutputOf<'get-case'>;

/** The parties as the court sees them: names whole, the rest masked until it is opened with a reason. */
export async function partiesOf(context: SignedIn, caseId: string): Promise<Parts['parties']> {
  const { tx, courtId } = context;
  const rows = await tx
    .selectFrom('parties as p')
    .leftJoin('villages as v', (j) =>
      j.onRef('v.court_id', '=', 'p.court_id').onRef('v.village_id', '=', 'p.village_id'),
    )
    .selectAll('p')
    .select((e) => [
      'v.name as village',
      e
        .exists(
          e
            .selectFrom('party_bindings as b')
            .select('b.party_id')
            .whereRef('b.court_id', '=', 'p.court_id')
            .whereRef('b.party_id', '=', 'p.party_id')
            .where('b.unbound_at', 'is', null),
        )
        .as('bound'),
    ])
    .where('p.court_id', '=', courtId)
    .where('p.case_id', '=', caseId)
    .orderBy('p.side', 'desc')
    .orderBy('p.sort')
    .orderBy('p.party_id')
    .execute();
  return rows.map((row) => {
    const idNumber = idNumberOf(context, row);
    const phone = phoneOf(context, row);
    const address = addressOf(context, row);
    return {
      partyId: row.party_id,
      side: row.side,
      name: row.name,
      idNumberMasked: idNumber && maskIdNumber(idNumber),
      phoneMasked: phone && maskPhone(phone),
      addressMasked: address && maskAddress(address),
      village: row.village,
      contactState: row.contact_state,
      bound: Boolean(row.bound),
    };
  });
}

export async function tasksOf({ tx, courtId }: SignedIn, caseId: string): Promise<Parts['tasks']> {
  const rows = await tx
    .selectFrom('tasks as t')
    .leftJoin('villages as v', (j) =>
      j.onRef('v.court_id', '=', 't.court_id').onRef('v.village_id', '=', 't.village_id'),
    )
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 't.court_id').onRef('w.town_id', '=', 't.town_id'),
    )
    .leftJoin('teams as m', (j) =>
      j.onRef('m.court_id', '=', 't.court_id').onRef('m.team_id', '=', 't.team_id'),
    )
    .select(['t.task_id', 't.role', 't.state', 't.created_at', 't.acknowledged_at', 't.decline_reason'])
    .select(['v.name as village', 'w.name as town', 'm.name as team'])
    .where('t.court_id', '=', courtId)
    .where('t.case_id', '=', caseId)
    .orderBy('t.ordinal')
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    assignee: assigneeOf(row),
    role: row.role,
    state: row.state,
    since: row.created_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    declineReason: row.decline_reason,
  }));
}

interface Whose {
  role: 'village-liaison' | 'town-liaison' | 'officer';
  village: string | null;
  town: string | null;
  team: string | null;
}

/** 「虹溪镇宋家村 村联络员」, 「执行一团队」. */
function assigneeOf({ role, village, town, team }: Whose): string {
  if (role === 'officer') return team ?? ROLE_WORDS.officer;
  const place = role === 'village-liaison' ? `${town ?? ''}${village ?? ''}` : (town ?? '');
  return `${place} ${ROLE_WORDS[role]}`.trim();
}

export async function visitsOf({ tx, courtId }: SignedIn, caseId: string): Promise<Parts['visits']> {
  const rows = await tx
    .selectFrom('visits as s')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 's.court_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .select(['s.visited_at', 'a.name', 's.outcome', 's.note', 's.file_ids'])
    .where('s.court_id', '=', courtId)
    .where('s.case_id', '=', caseId)
    .orderBy('s.visited_at', 'desc')
    .orderBy('s.visit_id')
    .execute();
  return rows.map((row) => ({
    visitedAt: row.visited_at.toISOString(),
    by: row.name,
    outcome: VISIT_OUTCOME_WORDS[row.outcome],
    note: row.note,
    fileIds: row.file_ids,
  }));
}
