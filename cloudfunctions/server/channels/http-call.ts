import { type Meaning, temporary, unknown } from './meaning';

/**
 * Longer than the ten seconds in which `fetch` gives up connecting: a carrier that cannot be reached then shows
 * as such, and not as a message of unknown fate.
 */
export const DEADLINE_MS = 15_000;

export interface Call {
  url: string;
  headers: Record<string, string>;
  body: string;
  deadlineMs: number;
}

/** The carrier's answer, or what its absence means. */
export type Answer = { status: number; text: string } | { absent: Meaning };

export async function post({ url, headers, body, deadlineMs }: Call): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { absent: meaningOfFailure(error) };
  }
}

function meaningOfFailure(error: unknown): Meaning {
  if (error instanceof Error && error.name === 'TimeoutError') return unknown('timed-out');
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (codeOf(cause) === 'ERR_INVALID_URL') return temporary('misconfigured');
  return failedBeforeWriting(cause) ? temporary('unreachable') : unknown('connection-lost');
}

/** Only where nothing of the request can have left may it be sent again. */
function failedBeforeWriting(cause: unknown): boolean {
  // Every address of the host was tried in turn.
  if (cause instanceof AggregateError) return cause.errors.every(failedBeforeWriting);
  const { syscall } = cause as NodeJS.ErrnoException;
  return syscall === 'connect' || syscall === 'getaddrinfo' || UNCONNECTED.has(codeOf(cause));
}

function codeOf(cause: unknown): string {
  return String((cause as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Failures of the connection and of the TLS handshake that carry no system call. */
const UNCONNECTED = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The JSON of an answer, or undefined: carriers answer with pages of HTML when they are ill. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
