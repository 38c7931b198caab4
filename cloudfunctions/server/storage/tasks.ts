import type { Day } from '../../../shared/day';
import type { CaseRow } from '../cases';
import type { SignedIn } from '../context';
import { placeOfVillage } from './areas';
import type { Tx } from './connect';
import { notifyAccount } from './notices';

type TaskRole = 'village-liaison' | 'town-liaison' | 'officer';

interface Place {
  villageId: string | null;
  townId: string | null;
  teamId: string | null;
}

/** One task a debtor for his village, his town and the team of that town; everybody on it is told at once. */
export async function createTasks(
  context: SignedIn,
  row: CaseRow,
  supervisionId: string,
  dueDay: Day,
): Promise<void> {
  const obligors = await context.tx
    .selectFrom('parties')
    .select(['party_id', 'village_id'])
    .where('court_id', '=', context.courtId)
    .where('case_id', '=', row.case_id)
    .where('side', '=', 'obligor')
    .orderBy('sort')
    .execute();
  for (const obligor of obligors) {
    const villageId = obligor.village_id ?? row.village_id;
    const place: Place = (villageId && (await placeOfVillage(context.tx, context.courtId, villageId))) || {
      villageId: null,
      townId: row.town_id,
      teamId: row.team_id,
    };
    await createTask(context, row, supervisionId, obligor.party_id, place, dueDay);
  }
}

async function createTask(
  context: SignedIn,
  row: CaseRow,
  supervisionId: string,
  partyId: string,
  place: Place,
  dueDay: Day,
) {
  const reach: [TaskRole, string | null][] = [
    ['village-liaison', place.villageId],
    ['town-liaison', place.townId],
    ['officer', place.teamId],
  ];
  for (const [role, where] of reach) {
    if (!where) continue;
    await context.tx
      .insertInto('tasks')
      .values({
        court_id: context.courtId,
        task_id: context.app.newId('task'),
        case_id: row.case_id,
        supervision_id: supervisionId,
        party_id: partyId,
        role,
        village_id: place.villageId,
        town_id: place.townId,
        team_id: place.teamId,
        due_day: dueDay,
        created_at: context.now,
      })
      .execute();
    for (const account of await holdersOf(context.tx, context.courtId, role, where, context.today)) {
      await notifyAccount(context, account, row.case_id, role === 'officer' ? 'team' : 'liaison', 'task-new');
    }
  }
}

/** The accounts that hold a role for a village, town or team on this day. */
export async function holdersOf(tx: Tx, courtId: string, role: TaskRole, where: string, today: Day) {
  const column = { 'village-liaison': 'village_id', 'town-liaison': 'town_id', officer: 'team_id' } as const;
  return tx
    .selectFrom('role_grants as g')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'g.court_id').onRef('a.account_id', '=', 'g.account_id'),
    )
    .select(['a.account_id as accountId', 'a.openid'])
    .where('g.court_id', '=', courtId)
    .where('g.role', '=', role)
    .where(`g.${column[role]}`, '=', where)
    .where('g.valid_from', '<=', today)
    .where((e) => e.or([e('g.valid_to', 'is', null), e('g.valid_to', '>=', today)]))
    .where('a.disabled_at', 'is', null)
    .execute();
}
