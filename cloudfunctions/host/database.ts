import { join } from 'node:path';
import { sql } from 'kysely';
import { type Settings, SetupError } from '../server/settings';
import { connect, type Db } from '../server/storage/connect';
import { migrate } from '../server/storage/migrate';
import { startEmbedded } from './embedded-postgres';

export interface OpenDatabase {
  url: string;
  /** One line for the operator, where there is something to know. */
  note: string | null;
  close(): Promise<void>;
  /** Settles when a server that we started has ended. */
  ended: Promise<void>;
}

/** The database of the settings, else the embedded one; reachable, new enough and migrated. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const opened = settings.databaseUrl ? given(settings.databaseUrl) : await embedded(settings.dataFolder);
  try {
    await prepare(opened.url, settings);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

const given = (url: string): OpenDatabase => ({
  url,
  note: null,
  close: async () => {},
  ended: new Promise(() => {}),
});

async function embedded(dataFolder: string): Promise<OpenDatabase> {
  const folder = join(dataFolder, 'postgres');
  const server = await startEmbedded(folder);
  return {
    url: server.urlOf('postgres'),
    note: server.movedTo && `PostgreSQL does not run as root; its files are in ${server.movedTo}`,
    close: server.stop,
    ended: server.ended,
  };
}

async function prepare(url: string, settings: Settings): Promise<void> {
  if (!URL.canParse(url)) {
    throw new SetupError('DATABASE_URL must read like postgres://user:password@host:5432/database.');
  }
  const db = connect(url, { max: 1 });
  try {
    await checkVersion(db, url);
    await migrateOrSay(db, url);
    await checkMode(db, settings.mode);
  } finally {
    await db.destroy();
  }
}

const OLDEST = 150_000;

async function checkVersion(db: Db, url: string): Promise<void> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`
    .execute(db)
    .catch((error) => {
      throw new SetupError(unreachable(url, error));
    });
  const version = Number(rows[0]!.version);
  if (version < OLDEST) {
    const major = Math.floor(version / 10_000);
    throw new SetupError(
      `DATABASE_URL is PostgreSQL ${major}; Zhiqian needs 15 or newer, or none, and then uses its own.`,
    );
  }
}

/** Host and database, never the password. */
function unreachable(url: string, error: unknown): string {
  const { hostname, port, pathname } = new URL(url);
  const code = (error as { code?: string }).code ?? 'no answer';
  return `The database of DATABASE_URL (${hostname}:${port || 5432}${pathname}) cannot be used: ${REASONS[code] ?? code}.`;
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; is PostgreSQL started',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'user or password is wrong',
  '28000': 'this user may not connect',
  '3D000': 'there is no such database; create it first',
  '57P03': 'it is starting or stopping; try again in a moment',
};

async function migrateOrSay(db: Db, url: string): Promise<void> {
  const folder = join(import.meta.dirname, '../server/storage/migrations');
  await migrate(db, folder).catch((error) => {
    const { code } = error as { code?: string };
    if (code === '42501') throw new SetupError(unreachable(url, { code: 'this user may not create tables' }));
    if (code === '42P07') {
      throw new SetupError('The database of DATABASE_URL holds tables of something else; give an empty one.');
    }
    throw error;
  });
}

/** A demo lets anybody sign in as anybody: never on a court's own data. And a court's own data is never fictional. */
async function checkMode(db: Db, mode: Settings['mode']): Promise<void> {
  const court = await db.selectFrom('courts').select('court_id').executeTakeFirst();
  const persona = await db.selectFrom('demo_personas').select('persona').executeTakeFirst();
  if (mode === 'demo' && court && !persona) {
    throw new SetupError('This database holds a court’s own data; start with ZHIQIAN_MODE=production.');
  }
  if (mode === 'production' && persona) {
    throw new SetupError(
      'This database holds the fictional demo county; give production a database of its own.',
    );
  }
}
