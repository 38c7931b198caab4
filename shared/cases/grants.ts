import { ROLE_WORDS, type Role } from './roles';

export interface GrantPlace {
  villageId?: string | undefined;
  townId?: string | undefined;
  teamId?: string | undefined;
}

/** The one place that a role is held for; every other role is for the whole court. */
const PLACE_OF: Partial<Record<Role, { key: keyof GrantPlace; words: string }>> = {
  'village-liaison': { key: 'villageId', words: '选择一个村（社区）' },
  'town-liaison': { key: 'townId', words: '选择一个镇街' },
  officer: { key: 'teamId', words: '选择一个执行团队' },
};

/** What a grant lacks or has too much, in words for the administrator; null when role and place fit. */
export function placeFault(role: Role, place: GrantPlace): { role: string; place: string } | null {
  const wanted = PLACE_OF[role];
  const given = (['villageId', 'townId', 'teamId'] as const).filter((key) => place[key] !== undefined);
  const fits = wanted ? given.length === 1 && given[0] === wanted.key : given.length === 0;
  return fits ? null : { role: ROLE_WORDS[role], place: wanted?.words ?? '管全院，不选村、镇和团队' };
}
