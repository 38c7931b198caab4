import { type RawBuilder, sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import type { Db } from '../../cloudfunctions/server/storage/connect';

export interface Book {
  app: App;
  url: string;
  size: number;
  due: DueCases;
}

/** The morning of the sweep. Every debt falls due a week later, so that each case stands on a rung of its ladder. */
export const NOW = new Date('2026-03-13T01:00:00Z');
const DUE_DAYS = sql`(date '2026-03-20' - (n % 4) * 7)`;

/**
 * A book of `size` open cases, each with a debtor and a creditor of his own, none due yet. Set-based and without
 * the checks of foreign keys: it is the sweep that is measured.
 */
export async function fillBook(app: App, size: number): Promise<void> {
  const phone = app.vault.seal(SEALED.phone, '19900000001');
  await sql`
    insert into courts (court_id, name, county, phone) values ('court_bench', '青溪县人民法院', '青溪县', '0999-6000000')`.execute(
    app.db,
  );
  const restore = await dropIndexes(app.db);
  await Promise.all([
    unchecked(
      app,
      sql`
      insert into cases (court_id, case_id, case_number, task_number, instrument_type, status, effective_day, due_day,
                         claimed_fen, principal_fen, created_at, updated_at)
      select 'court_bench', 'case_' || lpad(n::text, 13, '0'), '（2026）青0999民初' || lpad(n::text, 8, '0') || '号', 'T' || lpad(n::text, 8, '0'), 'judgment',
        'supervised', date '2026-01-20', ${DUE_DAYS}, 5000000, 5000000, ${NOW}, ${NOW}
      from generate_series(1, ${size}::int) n`,
    ),
    ...['obligor', 'obligee'].map((side) =>
      unchecked(
        app,
        sql`
      insert into parties (court_id, party_id, case_id, side, kind, name, phone_sealed, phone_index, sort)
      select 'court_bench', 'party_' || ${side} || lpad(n::text, 11, '0'), 'case_' || lpad(n::text, 13, '0'), ${side},
        'natural', '郑小满', ${phone}, md5(${side} || n), 0
      from generate_series(1, ${size}::int) n`,
      ),
    ),
    unchecked(
      app,
      sql`
      insert into supervisions (court_id, supervision_id, case_id, started_by, started_at, next_reminder_at, notice_number)
      select 'court_bench', 'sup_' || lpad(n::text, 14, '0'), 'case_' || lpad(n::text, 13, '0'), 'acct_bench',
        timestamptz '2026-01-21 01:00Z', timestamptz '2027-01-01 00:00Z', n::text
      from generate_series(1, ${size}::int) n`,
    ),
  ]);
  await restore();
  await sql`vacuum analyze cases, parties, supervisions`.execute(app.db);
}

const unchecked = (app: App, fill: RawBuilder<unknown>) =>
  app.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await fill.execute(tx);
  });

const FILLED = ['cases', 'parties', 'supervisions'];

/** What no measured statement reads, of columns that none writes: to build them would only take time. */
const IDLE = ['cases_to_erase', 'cases_village', 'cases_status', 'parties_id_number'];

/**
 * Drops the indexes, keys and references of the three tables; building them afterwards takes a fraction of keeping
 * them up row by row. References come back unchecked for what is there already.
 */
async function dropIndexes(db: Db): Promise<() => Promise<void>> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes i
    where tablename = any(${FILLED}) and not exists (select from pg_constraint c where c.conname = i.indexname)`.execute(
    db,
  );
  const { rows: constraints } = await sql<{ name: string; of: string; definition: string; refers: boolean }>`
    select conname as name, conrelid::regclass as of, pg_get_constraintdef(oid) as definition, contype = 'f' as refers
    from pg_constraint
    where contype in ('p', 'u', 'f') and (conrelid::regclass::text = any(${FILLED}) or confrelid::regclass::text = any(${FILLED}))
    order by contype = 'f' desc`.execute(db);
  const run = (statement: string) => sql.raw(statement).execute(db);
  for (const { name } of indexes) await run(`drop index ${name}`);
  for (const { name, of } of constraints) await run(`alter table ${of} drop constraint ${name}`);
  return async () => {
    for (const { refers, ...one } of constraints.toReversed()) {
      const unchecked = refers ? 'not valid' : '';
      await run(`alter table ${one.of} add constraint ${one.name} ${one.definition} ${unchecked}`);
    }
    const used = indexes.filter(({ name }) => !IDLE.includes(name));
    await Promise.all(used.map(({ definition }) => run(definition)));
  };
}

/** Makes the next `count` cases due that were not due before. */
export class DueCases {
  constructor(
    private readonly db: Db,
    private next = 1,
  ) {}

  async make(count: number): Promise<{ from: number; to: number }> {
    const range = { from: this.next, to: this.next + count - 1 };
    this.next += count;
    await this.again(range);
    return range;
  }

  /** The same cases once more, as if nobody had planned them. */
  async again({ from, to }: { from: number; to: number }): Promise<void> {
    await sql`
      update supervisions set next_reminder_at = ${NOW}
      where court_id = 'court_bench'
        and supervision_id between ${supervisionId(from)} and ${supervisionId(to)}`.execute(this.db);
    await sql`vacuum analyze supervisions`.execute(this.db);
  }
}

export const supervisionId = (n: number) => `sup_${String(n).padStart(14, '0')}`;
