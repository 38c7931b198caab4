import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { connect } from '../../cloudfunctions/server/storage/connect';

test('the server ends a connection in the middle of a transaction: that one fails, and the next query goes on', async () => {
  const db = connect(inject('adminUrl'), { max: 2 });
  const interrupted = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
    // The transaction is at something else while the news comes in; nobody asks its connection anything.
    await sql`select 1`.execute(db);
    await sql`select 1`.execute(db);
    await sql`select 1`.execute(tx);
  });
  await expect(interrupted).rejects.toThrow();
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});
