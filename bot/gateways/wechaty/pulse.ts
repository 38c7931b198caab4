import type { GatewayState } from '../port';

/** What has been seen of one connection. `isLoggedIn` is no evidence: it stays true after the server has died. */
export interface Evidence {
  account: 'unknown' | 'in' | 'out' | 'kicked';
  /** The connection is broken for good: refused, dropped, wrong certificate. */
  broken: boolean;
  /** Somebody else ended our stream of events. */
  ended: boolean;
  /** When the oldest ding left that no dong has answered; null when none is out. */
  dingAt: number | null;
  /** The server took that ding, so it is alive. */
  dingTaken: boolean;
  /** When the first dong came over this connection. */
  answeredAt: number | null;
}

export const noEvidence = (): Evidence => ({
  account: 'unknown',
  broken: false,
  ended: false,
  dingAt: null,
  dingTaken: false,
  answeredAt: null,
});

/** What the evidence means at this moment; null while nothing is known yet. */
export function judge(evidence: Evidence, now: number, answerWithinMs: number): GatewayState | null {
  if (evidence.ended) return 'displaced';
  if (evidence.broken) return 'down';
  if (evidence.dingAt !== null && now - evidence.dingAt >= answerWithinMs) {
    // Alive, but its answers go to somebody else.
    return evidence.dingTaken ? 'displaced' : 'frozen';
  }
  if (evidence.answeredAt === null) return null;
  if (evidence.account === 'in') return 'up';
  // Whoever is logged in is named a moment after the line is there.
  if (evidence.account === 'unknown' && now - evidence.answeredAt < answerWithinMs) return null;
  return evidence.account === 'kicked' ? 'kicked' : 'logged-out';
}

/** What puppets say when the account was thrown out, and did not leave by itself. */
export const saysKicked = (reason: string): boolean =>
  /kick|another device|other device|conflict|forced? (?:off|out)|banned?|blocked|被踢|下线|其他设备|另一台|封号|冻结/iu.test(
    reason,
  );
