import { sql } from 'kysely';
import { type PersonalField, sealedColumns } from '../../../shared/cases/personal-data';
import type { Db, Tx } from '../storage/connect';

/** A table with sealed columns, as a rotation walks through it: by its primary key, which is of text throughout. */
export interface SealedTable {
  name: string;
  key: string[];
  columns: { name: string; field: PersonalField }[];
  /** Of all its columns: no table holds what two keys seal. */
  vault: PersonalField['vault'];
}

export async function sealedTables(db: Db): Promise<SealedTable[]> {
  const names = [...new Set(sealedColumns().map(({ table }) => table))].sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      key: await primaryKeyOf(db, name),
      columns: sealedColumns()
        .filter(({ table }) => table === name)
        .map(({ column, field }) => ({ name: column, field })),
      vault: sealedColumns().find(({ table }) => table === name)!.field.vault,
    })),
  );
}

async function primaryKeyOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name
    from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k (attnum, sort)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = ${table}::regclass and i.indisprimary
    order by k.sort`.execute(db);
  return rows.map(({ name }) => name);
}

/** Does a column hold anything that is not sealed as values that begin with `prefix` are? */
const awaits = ({ name, field }: SealedTable['columns'][number], prefix: string) =>
  field.sealsWithin
    ? sql`${sql.ref(name)}::text ~ ${`_sealed": "(?!${prefix.replaceAll('.', '\\.')})`}`
    : sql`not starts_with(${sql.ref(name)}, ${prefix})`;

const anyAwaits = ({ columns }: SealedTable, prefix: string) =>
  sql`(${sql.join(
    columns.map((column) => sql`coalesce(${awaits(column, prefix)}, false)`),
    sql` or `,
  )})`;

export async function countAwaiting(db: Db, table: SealedTable, prefix: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table.name)} where ${anyAwaits(table, prefix)}`.execute(
    db,
  );
  return rows[0]!.count;
}

export interface SealedRow {
  key: string[];
  /** In the order of the table's columns, as text. */
  values: (string | null)[];
}

/** The next rows that await their turn. What somebody is writing at this moment is left for another pass. */
export async function takeRows(
  tx: Tx,
  table: SealedTable,
  prefix: string,
  after: string[] | null,
  most: number,
): Promise<SealedRow[]> {
  const key = sql.join(table.key.map((name) => sql.ref(name)));
  const beyond = after ? sql`(${key}) > (${sql.join(after)})` : sql`true`;
  const { rows } = await sql<SealedRow>`
    select array[${key}] as key,
      array[${sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`))}] as values
    from ${sql.table(table.name)}
    where ${beyond} and ${anyAwaits(table, prefix)}
    order by ${key} limit ${most}
    for no key update skip locked`.execute(tx);
  return rows;
}

export interface Change {
  key: string[];
  before: string;
  after: string;
}

/** Puts the new value where the old one still stands. */
export async function putChanges(
  tx: Tx,
  table: SealedTable,
  { name, field }: SealedTable['columns'][number],
  changes: Change[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const type = sql.raw(field.sealsWithin ? 'jsonb' : 'text');
  const keys = table.key.map((_name, at) => sql`${changes.map(({ key }) => key[at])}::text[]`);
  const same = table.key.map((one, at) => sql`t.${sql.ref(one)} = v.${sql.ref(`k${at}`)}`);
  const { numAffectedRows } = await sql`
    update ${sql.table(table.name)} t set ${sql.ref(name)} = v.after::${type}
    from unnest(${sql.join(keys)}, ${changes.map(({ before }) => before)}::text[],
      ${changes.map(({ after }) => after)}::text[])
      as v (${sql.join(table.key.map((_name, at) => sql.ref(`k${at}`)))}, before, after)
    where ${sql.join(same, sql` and `)} and t.${sql.ref(name)} = v.before::${type}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
