/** How far a session has come; its refresh tokens are numbered 1, 2, 3, … */
export interface Rotation {
  /** The newest number that was given out. */
  newest: number;
  /** The newest one whose answer certainly arrived: its token was used, or the access token that came with it. */
  seen: number;
}

export type RefreshVerdict =
  /** The newest token: the next one takes its place. */
  | 'rotate'
  /** The one before, and its answer was never used: it was lost on the way, so it is given again. */
  | 'answer-again'
  /** A token whose successor is in use: two hold the same session, and neither may go on. */
  | 'stolen';

/**
 * A refresh token is used once. A weak network loses answers, not only requests, and often for longer than any
 * grace of some seconds; so the one before stays good until its successor is seen in use, however late that is.
 * Whoever copied it gains nothing by that: he gets the same successor, and the first of the two that is seen
 * again with a used token ends the session for both.
 */
export function judgeRefresh(presented: number, { newest, seen }: Rotation): RefreshVerdict {
  if (presented === newest) return 'rotate';
  if (presented === newest - 1 && seen < newest) return 'answer-again';
  return 'stolen';
}
