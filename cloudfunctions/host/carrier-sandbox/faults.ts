import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

export type Fault =
  /** The carrier says no to this message, by its own code. */
  | { kind: 'code'; code: string | number }
  /** Tencent says no to the whole request. */
  | { kind: 'error'; code: string }
  /** Accepted, and then the phone cannot be reached. */
  | { kind: 'undelivered' }
  /** A bare HTTP status; one of 300 to 399 points elsewhere. */
  | { kind: 'status'; status: number }
  /** 200, and no JSON. */
  | { kind: 'malformed' }
  /** Reads the request and never answers. */
  | { kind: 'hang' }
  /** Reads the request and cuts the line. */
  | { kind: 'drop' }
  /** Takes the message at once, and answers when so much time has passed. */
  | { kind: 'late'; ms: number }
  /** Takes the message once, and says so twice in a row. */
  | { kind: 'twice' }
  /** Of a report: what was believed before comes after the truth. */
  | { kind: 'out-of-order' }
  /** Of a report: somebody who does not know the secret sends it. */
  | { kind: 'forged' };

export interface FaultRule {
  carrier: 'sms' | 'subscribe' | 'token' | 'report';
  /** Only for this telephone number or openid. */
  to?: string;
  /** How many calls it strikes: one, unless said otherwise. */
  times?: number;
  fault: Fault;
  /** The answer is lost, but the message reaches the phone all the same. */
  arrives?: boolean;
}

export interface Faults {
  /** Returns the way to take the rule back. */
  add(rule: FaultRule): () => void;
  take(carrier: FaultRule['carrier'], to?: string): FaultRule | undefined;
}

export function createFaults(): Faults {
  const rules: { rule: FaultRule; left: number }[] = [];
  return {
    add: (rule) => {
      const entry = { rule, left: rule.times ?? 1 };
      rules.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take: (carrier, to) => {
      const entry = rules.find(({ rule, left }) => left > 0 && fits(rule, carrier, to));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left === 0) rules.splice(rules.indexOf(entry), 1);
      return entry.rule;
    },
  };
}

function fits(rule: FaultRule, carrier: string, to: string | undefined): boolean {
  return rule.carrier === carrier && (rule.to === undefined || rule.to === to);
}

export type Wire = Context<{ Bindings: HttpBindings }>;
type WireFault = Extract<Fault, { kind: 'status' | 'malformed' | 'hang' | 'drop' }>;

export function isWireFault(fault: Fault): fault is WireFault {
  return ['status', 'malformed', 'hang', 'drop'].includes(fault.kind);
}

/** What a door answers a message with: `deliver` takes it and gives the carrier's own words, or says no by a fault's code. */
export async function answerBy(
  c: Wire,
  rule: FaultRule | undefined,
  closing: AbortSignal,
  deliver: (fault?: Fault) => object,
): Promise<Response> {
  const fault = rule?.fault;
  if (!fault) return c.json(deliver());
  if (isWireFault(fault)) {
    if (rule.arrives) deliver();
    return breakWire(c, fault, closing);
  }
  const words = deliver(fault);
  if (fault.kind === 'late') await sleep(fault.ms, undefined, { signal: closing }).catch(() => {});
  return fault.kind === 'twice' ? sayTwice(c, words) : c.json(words);
}

/** Two whole answers in one breath; nothing in HTTP asks for the second. */
function sayTwice(c: Wire, words: object): Response {
  const body = JSON.stringify(words);
  const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  c.env.incoming.socket.end(answer + answer);
  return RESPONSE_ALREADY_SENT;
}

/** Spoils the answer on the wire; `closing` ends a call that hangs. */
export async function breakWire(c: Wire, fault: WireFault, closing: AbortSignal): Promise<Response> {
  if (fault.kind === 'status') return bareStatus(fault.status);
  if (fault.kind === 'malformed') {
    return new Response('{"Response":', { headers: { 'content-type': 'application/json' } });
  }
  if (fault.kind === 'hang') await untilGone(c, closing);
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function bareStatus(status: number): Response {
  const headers: HeadersInit = status >= 300 && status < 400 ? { location: '/elsewhere' } : {};
  return new Response(status === 204 ? null : '<html>not today</html>', { status, headers });
}

async function untilGone(c: Wire, closing: AbortSignal): Promise<void> {
  if (closing.aborted) return;
  await new Promise<void>((resolve) => {
    c.env.outgoing.once('close', resolve);
    closing.addEventListener('abort', () => resolve(), { once: true });
  });
}
