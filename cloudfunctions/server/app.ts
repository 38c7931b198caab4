import type { IdKind } from '../../shared/ids';
import type { ChannelName } from '../../shared/reminders/weight';
import type { AnchorStore } from './audit-proof/anchors';
import type { Channel } from './channels/channel';
import type { FileStore } from './files';
import type { Passwords } from './passwords';
import type { Limits } from './rate-limits';
import type { Vault } from './sensitive';
import type { ReceiptSettings } from './settings-receipts';
import type { Db } from './storage/connect';
import type { ContentChecker } from './tips/content-check';
import type { Tokens } from './tokens';

/** Everything that the server reaches the outside through; built once in wiring.ts, or by a test. */
export interface App {
  db: Db;
  /** Whose open doors these are, where one database serves several courts; null takes the only one. */
  courtId: string | null;
  now: () => Date;
  /** What tokens and one-time codes go by: a demonstration moves `now`, and nobody's telephone follows it. */
  wallClock: () => Date;
  random: (bytes: number) => Uint8Array;
  newId: (kind: IdKind) => string;
  vault: Vault;
  /** What citizens tell, by a key of its own; and who they are, by yet another. */
  tipVault: Vault;
  tipsterVault: Vault;
  tokens: Tokens;
  passwords: Passwords;
  files: FileStore;
  /** Where the audit's chain heads are kept, outside the database. */
  anchors: AnchorStore;
  channels: Record<ChannelName, Channel>;
  /** The platform's check of what citizens write; null where none is configured. */
  contentChecker: ContentChecker | null;
  /** Calls a second that each carrier allows, all workers together; 0 where it sets no limit. */
  rates: Record<ChannelName, number>;
  /** How often one account and one address may call; null where nobody counts. */
  limits: Limits | null;
  /** How carriers that call us are known. */
  receipts: ReceiptSettings;
  /** Who is told when something has gone wrong with sending; null where nobody is. */
  alarmWebhook: string | null;
  /** Where citizens open the H5 pages, without a trailing slash. */
  publicUrl: string;
  demo: boolean;
  /** Writes one line of JSON to the log. Never personal data. */
  log: (line: Record<string, unknown>) => void;
}
