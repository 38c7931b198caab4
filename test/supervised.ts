import type { createCounty } from './county';
import { type CaseWish, createCase } from './county';
import type { World } from './world';

type County = Awaited<ReturnType<typeof createCounty>>;
type TaskRole = 'village-liaison' | 'town-liaison' | 'officer';

/** A case under supervision, with the task of each role. */
export async function createSupervised(world: World, county: County, wish: CaseWish = {}) {
  const created = await createCase(world, wish);
  const judge = await world.as(county.judge);
  await judge.does('start-supervision', { caseIds: [created.caseId] });
  const rows = await world.db
    .selectFrom('tasks')
    .select(['role', 'task_id'])
    .where('case_id', '=', created.caseId)
    .execute();
  const tasks = Object.fromEntries(rows.map((row) => [row.role, row.task_id])) as Record<TaskRole, string>;
  return { ...created, tasks };
}

export async function auditOf(world: World, subject: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('audit_lines')
    .select('action')
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.action);
}
