import { sql } from 'kysely';
import type { Day } from '../../../shared/day';
import type { GrantOnDay } from '../caller';
import type { CaseRow } from '../cases';
import type { SignedIn } from '../context';
import { placeOfVillage } from './areas';
import type { Tx } from './connect';
import { notifyAccount } from './notices';

export type TaskRole = 'village-liaison' | 'town-liaison' | 'officer';

export interface Place {
  villageId: string | null;
  townId: string | null;
  teamId: string | null;
}

/** What the tasks of one debtor have in common. */
export interface Errand {
  caseId: string;
  supervisionId: string;
  partyId: string;
  place: Place;
  dueDay: Day;
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
    const errand = { caseId: row.case_id, supervisionId, partyId: obligor.party_id, place, dueDay };
    for (const [role, where] of reachOf(place)) await createTask(context, errand, role, where);
  }
}

/** Who has to do with a place: nobody where the county's map is still empty. */
function reachOf({ villageId, townId, teamId }: Place): [TaskRole, string][] {
  const reach: [TaskRole, string | null][] = [
    ['village-liaison', villageId],
    ['town-liaison', townId],
    ['officer', teamId],
  ];
  return reach.filter((pair): pair is [TaskRole, string] => pair[1] !== null);
}

async function createTask(context: SignedIn, errand: Errand, role: TaskRole, where: string): Promise<void> {
  await context.tx
    .insertInto('tasks')
    .values({
      court_id: context.courtId,
      task_id: context.app.newId('task'),
      case_id: errand.caseId,
      supervision_id: errand.supervisionId,
      party_id: errand.partyId,
      role,
      ...columnsOf(errand.place),
      due_day: errand.dueDay,
      created_at: context.now,
    })
    .execute();
  await tellHolders(context, errand.caseId, role, where);
}

/**
 * A debtor's tasks follow him to his place: the missing ones are made, those that change hands start anew,
 * and so does the one that the court gives again (`askedFor`), even to the same hands. Closed ones rest.
 */
export async function moveTasks(context: SignedIn, errand: Errand, askedFor?: string): Promise<void> {
  const { tx, courtId } = context;
  const existing = await tx
    .selectFrom('tasks')
    .select(['task_id', 'role', 'village_id', 'town_id', 'team_id', 'state'])
    .where('court_id', '=', courtId)
    .where('supervision_id', '=', errand.supervisionId)
    .where('party_id', '=', errand.partyId)
    .execute();
  for (const [role, where] of reachOf(errand.place)) {
    const task = existing.find((one) => one.role === role);
    if (!task) await createTask(context, errand, role, where);
    else if (task.state !== 'closed') {
      const changesHands = task[COLUMN_OF[role]] !== where || task.task_id === askedFor;
      await moveTask(context, errand, task.task_id, changesHands);
      if (changesHands) await tellHolders(context, errand.caseId, role, where);
    }
  }
}

async function moveTask({ tx, courtId, now }: SignedIn, errand: Errand, taskId: string, anew: boolean) {
  const fresh = {
    state: 'open' as const,
    due_day: errand.dueDay,
    created_at: now,
    acknowledged_at: null,
    acknowledged_by: null,
    reminded_at: null,
    escalated_at: null,
    idle_nudged_at: null,
    idle_escalated_at: null,
    decline_reason: null,
    declined_at: null,
  };
  await tx
    .updateTable('tasks')
    .set({ ...columnsOf(errand.place), ...(anew ? fresh : {}) })
    .where('court_id', '=', courtId)
    .where('task_id', '=', taskId)
    .execute();
}

const columnsOf = ({ villageId, townId, teamId }: Place) => ({
  village_id: villageId,
  town_id: townId,
  team_id: teamId,
});

async function tellHolders(context: SignedIn, caseId: string, role: TaskRole, where: string): Promise<void> {
  for (const account of await holdersOf(context.tx, context.courtId, role, where, context.today)) {
    await notifyAccount(context, account, caseId, audienceOf(role), 'task-new');
  }
}

export const audienceOf = (role: TaskRole): 'liaison' | 'team' => (role === 'officer' ? 'team' : 'liaison');

/** Where the holders of a role are written down. */
export const COLUMN_OF = {
  'village-liaison': 'village_id',
  'town-liaison': 'town_id',
  officer: 'team_id',
} as const;

/** The accounts that hold a role for a village, town or team on this day, and whoever stands in for them. */
export async function holdersOf(tx: Tx, courtId: string, role: TaskRole, where: string, today: Day) {
  return tx
    .selectFrom(sql<GrantOnDay>`grants_on(${today}::date)`.as('g'))
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'g.court_id').onRef('a.account_id', '=', 'g.account_id'),
    )
    .select(['a.account_id as accountId', 'a.openid'])
    .distinct()
    .where('g.court_id', '=', courtId)
    .where('g.role', '=', role)
    .where(`g.${COLUMN_OF[role]}`, '=', where)
    .where('a.disabled_at', 'is', null)
    .execute();
}
