import { LIAISON_ROLES, type Role } from '../../../shared/cases/roles';
import type { Persona } from '../personas';

export interface ChatPerson {
  /** What the sandbox calls him. */
  user: string;
  name: string;
  title: string;
}

/** The one group of the demonstration. */
export const DEMO_GROUP = 'demo-group';

const CHATTING: ReadonlySet<Role> = new Set([...LIAISON_ROLES, 'obligor', 'obligee'] as const);

/** Who has a telephone to chat with: the court's people sit at their desks. */
export const chatPeople = (personas: readonly Persona[]): ChatPerson[] =>
  personas
    .filter(({ role }) => CHATTING.has(role))
    .map(({ persona, name, title }) => ({ user: persona, name, title }));
