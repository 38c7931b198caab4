import { type Day, daysBetween } from '../day';
import type { Role } from './roles';

/** A role and the town or team in which it is held. */
export interface Post {
  role: Role;
  townId: string | null;
  teamId: string | null;
}

/** Longer than this it is no holiday: the administrator changes the roles. */
export const HAND_OVER_AT_MOST_DAYS = 60;

const isLiaison = ({ role }: Post) => role === 'village-liaison' || role === 'town-liaison';

/** May this colleague stand in for this post? Liaisons within one town, officers within the court. */
export function mayStandIn(post: Post, colleague: readonly Post[]): boolean {
  if (isLiaison(post)) {
    return colleague.some((his) => isLiaison(his) && his.townId !== null && his.townId === post.townId);
  }
  return post.role === 'officer' && colleague.some((his) => his.role === 'officer');
}

/** Everything that reaches a place must be answered for; roles for the whole court need no stand-in. */
export function mayTakeOver(giver: readonly Post[], colleague: readonly Post[]): boolean {
  const posts = giver.filter((post) => isLiaison(post) || post.role === 'officer');
  return posts.length > 0 && posts.every((post) => mayStandIn(post, colleague));
}

export type HandOverFault = 'past' | 'backwards' | 'too-long';

export function handOverFault(from: Day, to: Day, today: Day): HandOverFault | null {
  if (from < today) return 'past';
  if (to < from) return 'backwards';
  return daysBetween(from, to) + 1 > HAND_OVER_AT_MOST_DAYS ? 'too-long' : null;
}
