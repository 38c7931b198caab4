import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { erasedUpTo } from '../../shared/cases/retention';
import type { Day } from '../../shared/day';
import { createCounty, createParty } from '../county';
import { auditOf, type County, faithful, payAndConfirm, supervisedCase, waitingCase } from '../party-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());

/** Every text and document in the database that holds one of these. */
async function placesOf(needles: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`.execute(world.db);
  const found: string[] = [];
  for (const { table, column } of columns) {
    for (const needle of needles) {
      const { rows } = await sql`
        select from ${sql.table(table)} where ${sql.ref(column)}::text like ${`%${needle}%`} limit 1`.execute(
        world.db,
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
  }
  return [...new Set(found)].sort();
}

describe('what a case no longer needs is erased', () => {
  test('three years after it ended nothing in the database tells whose it was, and a line proves it', async () => {
    const parties = await supervisedCase(world, county, { principal: 100_000 as never });
    const guest = await createParty(
      world,
      parties.caseId,
      'obligor',
      '慕容青衫',
      '19900009911',
      '999999197001019919',
      null,
    );
    const marks = [
      '慕容青衫',
      world.app.vault.index(SEALED.phone, '19900009911'),
      world.app.vault.index(SEALED.idNumber, '999999197001019919'),
    ];
    await (await world.as(guest.accountId)).does('report-hardship', {
      caseId: parties.caseId,
      text: '慕容青衫住院了',
    });
    await (await world.as(county.judge)).does('decide-request', {
      requestId: await requestOf(parties.caseId),
      decision: 'dismissed',
      answer: '请慕容青衫按期履行',
    });
    await payAndConfirm(parties, 100_000, '2026-03-02');
    await sql`update cases set status = 'performed' where case_id = ${parties.caseId}`.execute(world.db);
    await sql`update supervisions set ended_at = ${world.app.now()} where case_id = ${parties.caseId}`.execute(
      world.db,
    );
    expect((await placesOf(marks)).length).toBeGreaterThan(4);

    world.setNow('2029-03-01T01:00:00Z');
    await runSweep(world.app);
    expect(await placesOf(marks)).toContain('parties.name');

    world.setNow('2029-03-02T01:00:00Z');
    await Promise.all([runSweep(world.app), runSweep(world.app)]);
    expect(await placesOf(marks)).toEqual(['accounts.name', 'accounts.phone_index']);
    const proofs = (await auditOf(world, parties.caseId)).filter(({ action }) => action === 'erase-expired');
    expect(proofs).toHaveLength(1);
    expect(proofs[0]!.facts).toMatchObject({ rule: 'case-ended', days: 1095 });

    world.setNow('2029-09-02T01:00:00Z');
    await runSweep(world.app);
    expect(await placesOf(marks)).toEqual([]);
  });

  test('a case that runs keeps everything, however old it is', async () => {
    world.setNow('2030-01-02T01:00:00Z');
    const { caseId, obligorPartyId } = await waitingCase(world);
    world.setNow('2036-01-02T01:00:00Z');
    await runSweep(world.app);
    const party = await world.db
      .selectFrom('parties')
      .select(['name', 'phone_sealed'])
      .where('party_id', '=', obligorPartyId)
      .executeTakeFirstOrThrow();
    expect(party).toMatchObject({ name: '郑小满', phone_sealed: expect.any(String) });
    const { line } = await faithful(world, county.clerk).does('get-case', { caseId });
    expect(line.obligors).toEqual(['郑小满']);
  });
});

test.each([
  ['2026-03-10', 7, '2026-03-02'],
  ['2026-03-09', 7, '2026-03-01'],
  ['2029-03-02', 1095, '2026-03-02'],
])('on %s, of what is kept %i days, what is of %s and earlier is erased', (today, days, day) => {
  expect(erasedUpTo(today as Day, days)).toBe(day);
});

const requestOf = async (caseId: string) =>
  (
    await world.db
      .selectFrom('requests')
      .select('request_id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
  ).request_id;
