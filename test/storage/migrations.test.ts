import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../cloudfunctions/server/storage/migrate';
import { createWorld, type World } from '../world';

const FOLDER = 'cloudfunctions/server/storage/migrations';

/** What has landed, and its hash: a court may have run it. A new one is added here when it lands. */
const LANDED: Record<string, string> = {
  '000001.sql': '8dbb0858d4ba908e',
  '000002.sql': 'a74008a477cbdb43',
  '000003.sql': '4a68fceccc4dd2f5',
  '000004.sql': '2b4eb4b03b923439',
  '000005.sql': 'dd6f14a6c4e92be2',
  '000006.sql': '59e948ed28108996',
  '000007.sql': 'a6bba6abec4e550a',
  '000008.sql': '9417f955b04b755a',
  '000009.sql': '1ea5c7ef321616d2',
  '000010.sql': 'ca049864b401a6ae',
  '000011.sql': 'c2185e9aca700cbd',
  '000012.sql': '38a1e4e3a270b3cd',
  '000013.sql': '1230ac97338b64cf',
  '000014.sql': 'c1e0d6fac067e704',
  '000015.sql': '9d4985decbacff87',
};

test.each(Object.entries(LANDED))('%s is as it landed', async (name, hash) => {
  const text = await readFile(join(FOLDER, name), 'utf8');
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(hash);
});

describe('a database', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    world = await createWorld();
    folder = join(await mkdtemp(join(tmpdir(), 'zhiqian-migrations-')), 'migrations');
    await cp(join(FOLDER, '..'), join(folder, '..'), { recursive: true });
    await put('999990.sql', 'create table of_this_test (one integer);');
  });
  afterEach(async () => {
    await world.close();
    await rm(join(folder, '..'), { recursive: true });
  });
  const put = (name: string, statements: string) => writeFile(join(folder, name), statements);

  test('a new one is applied once, and those that are there already not again', async () => {
    expect(await migrate(world.db, folder)).toEqual(['999990.sql']);
    expect(await migrate(world.db, folder)).toEqual([]);
  });

  test('one that was changed after it ran stops the start, and nothing else is applied', async () => {
    await migrate(world.db, folder);
    await put('999990.sql', 'create table of_this_test (two integer);');
    await put('999989.sql', 'create table before_it (one integer);');
    await expect(migrate(world.db, folder)).rejects.toThrow(/^999990\.sql was changed/u);
    const tables = await world.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain('before_it');
  });

  test('one that ran before hashes were kept is taken as it stands', async () => {
    await migrate(world.db, folder);
    await sql`update migrations set checksum = null where name = '999990.sql'`.execute(world.db);
    expect(await migrate(world.db, folder)).toEqual([]);
    await put('999990.sql', 'create table of_this_test (two integer);');
    await expect(migrate(world.db, folder)).rejects.toThrow();
  });
});
