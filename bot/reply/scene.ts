import type { OutputOf } from '../../shared/actions';
import type { ChatAudience } from '../../shared/cases/chat';
import type { Ask } from '../door';
import type { GatewayName, Inbound } from '../gateways/port';
import type { Talk } from '../memory';
import type { Intent } from '../understand/intents';

export type Task = OutputOf<'list-chat-tasks'>['tasks'][number];

/** One message, and everything that its answer is made from. */
export interface Scene {
  gateway: GatewayName;
  message: Inbound;
  /** What was written, without what no record can hold. */
  text: string;
  intents: readonly Intent[];
  /** The message that this one answers, and the tasks named in it. */
  quote: { text: string; numbers: readonly number[] };
  /** Where the court's pages are, without a trailing slash. */
  site: string;
  audience: ChatAudience | null;
  bot: Ask;
  /** Null for whom the bot does not know. */
  person: Ask | null;
  /** What is done by the same part of the same message is done once. */
  key(part: string | number): string;
  /** May be changed: it is kept when the message was answered to the end. */
  talk: Talk;
  /** His open tasks, asked for once a message. */
  tasks(): Promise<Task[]>;
}

export const link = (site: string, page: string): string => `${site}/#/${page}`;

/** What PostgreSQL cannot hold is not a reason to refuse a message. */
export const readable = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[^\P{Cc}\n\t]|\p{Surrogate}/gu, '')
    .trim();

/** More than anybody reads. */
const LONGEST = 10_000;
