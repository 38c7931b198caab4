import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { fen } from '../../../shared/money';
import type { Database } from './database';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** Lists of `date` and of `text`; pg names no constants for them. */
const DATES = 1182;
const TEXTS = 1009;

/** Days stay text (a Date would shift them by a time zone); bigint becomes a checked safe integer. */
function parserFor(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.DATE) return (text: string) => text;
  if (oid === DATES) return pg.types.getTypeParser(TEXTS as never);
  if (oid === pg.types.builtins.INT8) return (text: string) => fen(BigInt(text));
  return pg.types.getTypeParser(oid, format);
}

/** Opens a pool. Nothing is connected until the first query. */
export function connect(url: string, options: { max?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
  });
  // A connection that the server closed must not take the process with it: idle, or between two queries of a
  // transaction, whose next query then fails.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
