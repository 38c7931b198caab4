import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { main } from '../cloudfunctions/api';
import type { App } from '../cloudfunctions/server/app';
import { diskAnchors } from '../cloudfunctions/server/audit-proof/anchors';
import type { Channel, OutgoingMessage, Receipt } from '../cloudfunctions/server/channels/channel';
import { diskFiles } from '../cloudfunctions/server/files';
import { createPasswords } from '../cloudfunctions/server/passwords';
import type { Answer } from '../cloudfunctions/server/perform';
import { createVault } from '../cloudfunctions/server/sensitive';
import { openSession } from '../cloudfunctions/server/sessions';
import { connect, type Db } from '../cloudfunctions/server/storage/connect';
import { createTokens, type SignedSession } from '../cloudfunctions/server/tokens';
import { HostContext, installApp } from '../cloudfunctions/server/wiring';
import type { ActionName, OutputOf, RequestOf } from '../shared/actions';
import { makeId } from '../shared/ids';
import { withDatabase } from './postgres';

/** A channel of our own that remembers what was said through it; the carriers' real clients have their own tests. */
export class RememberingChannel implements Channel {
  sent: OutgoingMessage[] = [];
  next: Receipt = { outcome: 'accepted' };

  async send(message: OutgoingMessage): Promise<Receipt> {
    this.sent.push(message);
    return this.next;
  }
}

export interface World {
  app: App;
  databaseUrl: string;
  db: Db;
  sms: RememberingChannel;
  subscribe: RememberingChannel;
  /** Moves the clock; days are read in Asia/Shanghai. */
  setNow(iso: string): void;
  /** Signs an account in. */
  as(accountId: string): Promise<Actor>;
  anybody: Actor;
  close(): Promise<void>;
}

export interface Actor {
  token: string | null;
  /** Calls the api door and gives the data; throws a `Said` with the refusal's code and sentence. */
  does<A extends ActionName>(
    action: A,
    input: RequestOf<A>,
    options?: { idempotencyKey?: string; from?: string },
  ): Promise<OutputOf<A>>;
  /** Calls the api door and gives the whole answer. */
  asks(action: string, input: unknown): Promise<Answer>;
}

/** The court's "no", as a test reads it. */
export class Said extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A database of its own, cloned from the migrated template; a clock that tests move. */
export async function createWorld(start = '2026-03-02T01:00:00Z'): Promise<World> {
  const adminUrl = inject('adminUrl');
  const name = `story_${randomUUID().replaceAll('-', '')}`;
  const admin = connect(adminUrl, { max: 1 });
  await sql.raw(`create database ${name} template ${inject('template')}`).execute(admin);
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-files-'));
  const databaseUrl = withDatabase(adminUrl, name);
  const app = createTestApp(databaseUrl, folder, start);
  installApp(app);
  return {
    app,
    databaseUrl,
    db: app.db,
    sms: app.channels.sms as RememberingChannel,
    subscribe: app.channels.subscribe as RememberingChannel,
    setNow: (iso) => {
      app.clock.now = new Date(iso);
    },
    as: async (accountId) => {
      const account = await app.db
        .selectFrom('accounts')
        .select('court_id')
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow();
      return signedIn(app, account.court_id, accountId);
    },
    anybody: actor(null),
    close: async () => {
      await app.db.destroy();
      await sql.raw(`drop database ${name} with (force)`).execute(admin);
      await admin.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createTestApp(databaseUrl: string, folder: string, start: string): App & { clock: { now: Date } } {
  const key = new Uint8Array(32).fill(7);
  const vault = createVault(key);
  const tipVault = createVault(new Uint8Array(32).fill(8));
  const clock = { now: new Date(start) };
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    db: connect(databaseUrl, { max: 5 }),
    clock,
    now: () => new Date(clock.now),
    wallClock: () => new Date(clock.now),
    random,
    newId: (kind) => makeId(kind, random),
    vault,
    tipVault,
    tipsterVault: createVault(new Uint8Array(32).fill(9)),
    tokens: createTokens(key),
    passwords: createPasswords(QUICK),
    files: diskFiles({ folder, key, vault, tipVault, publicUrl: 'http://zhiqian.test' }),
    anchors: diskAnchors(join(folder, 'audit-anchors.jsonl')),
    channels: { sms: new RememberingChannel(), subscribe: new RememberingChannel() },
    contentChecker: null,
    rates: { sms: 0, subscribe: 0 },
    courtId: null,
    limits: null,
    alarmWebhook: null,
    receipts: {},
    publicUrl: 'http://zhiqian.test',
    demo: true,
    log: () => {},
  };
}

/** Tests do not wait for the slowness that guards real passwords. */
const QUICK = { logN: 1, r: 1, p: 1 };

/** His client refreshes by itself, so that a story may move the clock by months. */
async function signedIn(app: App, courtId: string, accountId: string): Promise<Actor> {
  const begin = app.db.transaction();
  const { sessionId } = await begin.execute((tx) =>
    openSession({ app, tx, courtId, now: app.now() }, accountId, { how: 'demo' }),
  );
  const session: SignedSession = { courtId, accountId, signIn: { sessionId, rotation: 1 } };
  const token = async () => (await app.tokens.issue('access', session, app.wallClock())).token;
  const now = async () => actor(await token());
  return {
    token: await token(),
    asks: async (...call) => (await now()).asks(...call),
    does: async (...call) => (await now()).does(...call),
  };
}

export function actor(token: string | null): Actor {
  const call = (action: string, input: unknown, idempotencyKey?: string, from = '192.0.2.1') =>
    main(
      { action, input, idempotencyKey },
      new HostContext({ authorization: token ? `Bearer ${token}` : undefined, clientAddress: from }),
    );
  return {
    token,
    asks: (action, input) => call(action, input),
    async does(action, input, options = {}) {
      const answer = await call(action, input, options.idempotencyKey, options.from);
      if (answer.ok) return answer.data as never;
      if ('refusal' in answer) throw new Said(answer.refusal.code, answer.refusal.message);
      throw new Error(`a fault in ${action}`);
    },
  };
}
