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
  | { kind: 'drop' };

export interface FaultRule {
  carrier: 'sms' | 'subscribe' | 'token';
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
