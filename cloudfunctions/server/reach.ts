import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type About, ACCESS } from '../../shared/cases/access';
import { type Caller, rolesOf } from './caller';
import type { Context, SignedIn } from './context';
import type { Reach } from './storage/confine';

/** How far a caller's roles reach: his villages, his towns, his teams. */
export function placesOf(caller: Caller) {
  const of = (role: string) => caller.grants.filter((grant) => grant.role === role);
  return {
    villages: of('village-liaison').flatMap((grant) => grant.villageId ?? []),
    towns: of('town-liaison').flatMap((grant) => grant.townId ?? []),
    teams: of('officer').flatMap((grant) => grant.teamId ?? []),
  };
}

const BEYOND: ReadonlySet<About> = new Set([
  'proof',
  'person',
  'messages',
  'counts',
  'door',
  'tips',
  'identity',
]);

/** What the database itself lets this call see. */
export function reachOf({ action, caller, courtId, today }: Context): Reach {
  const { about } = ACCESS[action];
  const looksBeyond = BEYOND.has(about);
  const here = { courtId, accountId: caller?.accountId ?? '', today, tips: tipsReach(about) };
  if (!caller) return { ...here, seesCourt: looksBeyond, cases: [], villages: [], towns: [], teams: [] };
  return {
    ...here,
    ...placesOf(caller),
    seesCourt: looksBeyond || seesWholeCourt(caller),
    cases: caller.bindings.map(({ caseId }) => caseId),
  };
}

/** Figures count tips and show none. */
const tipsReach = (about: About): Reach['tips'] =>
  about === 'counts' ? 'tips' : OF_TIPS.has(about) ? (about as Reach['tips']) : null;

const OF_TIPS: ReadonlySet<About> = new Set(['door', 'tips', 'errands', 'identity']);

const seesWholeCourt = (caller: Caller): boolean => {
  const roles = rolesOf(caller);
  return roles.has('judge') || roles.has('clerk') || roles.has('chief');
};

/**
 * The cases `c` that this member of the court sees: all of them, or, for an officer, those of the towns
 * that his team serves today and those where his team has a task.
 */
export function casesInReach({ caller, today }: SignedIn): RawBuilder<SqlBool> {
  if (seesWholeCourt(caller)) return sql`true`;
  const { teams } = placesOf(caller);
  return sql`(
    exists (
      select from team_towns m
      where m.court_id = c.court_id and m.town_id = c.town_id and m.team_id = any(${teams}::text[])
        and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}))
    or exists (
      select from tasks k
      where k.court_id = c.court_id and k.case_id = c.case_id and k.role = 'officer'
        and k.team_id = any(${teams}::text[]) and k.decline_reason is null and k.state <> 'closed'))`;
}

/** The tasks `t` that are the caller's to do. */
export function ownTasks({ caller }: SignedIn): RawBuilder<boolean> {
  const { villages, towns, teams } = placesOf(caller);
  return sql`(
    (t.role = 'village-liaison' and t.village_id = any(${villages}::text[]))
    or (t.role = 'town-liaison' and t.town_id = any(${towns}::text[]))
    or (t.role = 'officer' and t.team_id = any(${teams}::text[])))`;
}

/**
 * The tasks `t` that the caller may look at: his own, and for a town liaison those of his town's villages.
 * A task that was given back is gone, and with the town's own task its villages' go too.
 */
export function visibleTasks(context: SignedIn): RawBuilder<SqlBool> {
  const { towns } = placesOf(context.caller);
  return sql`(t.decline_reason is null and (
    ${ownTasks(context)}
    or (t.role = 'village-liaison' and t.town_id = any(${towns}::text[]) and not exists (
      select from tasks o
      where o.court_id = t.court_id and o.supervision_id = t.supervision_id and o.party_id = t.party_id
        and o.role = 'town-liaison' and o.decline_reason is not null))))`;
}
