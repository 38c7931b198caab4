/** The small port behind which every chat system stands. What one of them cannot do is said in its own file. */

export const GATEWAYS = ['wechaty', 'wecom', 'webhook', 'sandbox'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/**
 * What the evidence says of a gateway, never what its library believes. `frozen`: the other side takes calls and answers
 * none. `displaced`: another connection with our name has taken our place.
 */
export type GatewayState = 'up' | 'logged-out' | 'kicked' | 'frozen' | 'down' | 'displaced';

export interface Inbound {
  /** The chat system's own id: the same message has the same id however often it comes. */
  messageId: string;
  /** The sender, as the chat system calls him. */
  from: string;
  /** Set when it was said in a group. */
  group?: string;
  mentionsMe: boolean;
  text: string;
  at: Date;
}

/** One person, or a group with at most one person called by name in it. */
export type Addressee = { user: string } | { group: string; mention?: string };

/**
 * What became of a message. `temporary` and `permanent` are only for what certainly was not said; when nobody knows it
 * is `unknown`, and it is never said again blindly.
 */
export type Outcome =
  | { kind: 'accepted'; carrierId?: string }
  | { kind: 'temporary' | 'permanent' | 'unknown'; reason: string };

export interface GatewayListener {
  message(message: Inbound): void;
  state(state: GatewayState): void;
}

export interface Gateway {
  readonly name: GatewayName;
  /** Settles when it has begun, not when it is up; the listener hears of that. */
  start(listener: GatewayListener): Promise<void>;
  /** Never throws, and never takes longer than the gateway's deadline. */
  say(to: Addressee, text: string): Promise<Outcome>;
  stop(): Promise<void>;
}
