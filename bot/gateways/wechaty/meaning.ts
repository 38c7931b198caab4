import { LateError } from '../../deadline';
import type { Outcome } from '../port';

/** The codes of gRPC that we meet; https://grpc.io/docs/guides/status-codes/ */
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

/**
 * What a failed send means. Only what certainly never left, or what the other side plainly turned away, may be tried
 * again; after all else nobody knows whether the person reads it on his phone.
 */
export function meaningOf(error: unknown): Exclude<Outcome, { kind: 'accepted' }> {
  if (error instanceof LateError) return { kind: 'unknown', reason: 'deadline' };
  const { code, message } = faultOf(error);
  if (code === UNAVAILABLE && /no connection established/iu.test(message)) {
    return { kind: 'temporary', reason: 'not-connected' };
  }
  if (code === UNAUTHENTICATED) return { kind: 'temporary', reason: 'token-refused' };
  if (/not logged in|logged out|logout/iu.test(message)) return { kind: 'temporary', reason: 'logged-out' };
  if (/contact not found|not (?:a |your )?friend|no such (?:contact|room)|room not found/iu.test(message)) {
    return { kind: 'permanent', reason: 'addressee-unknown' };
  }
  return { kind: 'unknown', reason: code === undefined ? 'failed' : `grpc-${code}` };
}

function faultOf(error: unknown): { code?: number; message: string } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { code, details, message } = error as { code?: unknown; details?: unknown; message?: unknown };
  return {
    code: typeof code === 'number' ? code : undefined,
    message: `${typeof details === 'string' ? details : ''} ${typeof message === 'string' ? message : ''}`,
  };
}

/** Whether this error says that the connection is over, rather than one call on it. */
export function endsConnection(error: unknown): boolean {
  const { code } = faultOf(error);
  return code === UNAVAILABLE || code === UNAUTHENTICATED;
}
