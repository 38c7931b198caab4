import type { NoticeState } from '../cases/stages';

/** What a carrier may say of a message that it took. */
export const SAID = ['accepted', 'delivered', 'permanent', 'opted-out'] as const;
export type Said = (typeof SAID)[number];

/** How much each state knows. What is still to be sent, or was never sent, is not in it: no report concerns it. */
const KNOWS: Partial<Record<NoticeState, number>> = {
  unknown: 0,
  accepted: 1,
  permanent: 2,
  'opted-out': 3,
  delivered: 4,
};

/**
 * The state of a message after its carrier spoke of it, or null when nothing changes. Reports come in any order and
 * more than once; whatever the order, the one that knows most holds: a message that was on the phone stays
 * delivered, and one that was given up is delivered after all when the carrier says so later.
 */
export function fateAfter(state: NoticeState, said: Said): NoticeState | null {
  const known = KNOWS[state];
  return known !== undefined && KNOWS[said]! > known ? said : null;
}
