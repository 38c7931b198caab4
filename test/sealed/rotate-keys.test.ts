import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskFiles } from '../../cloudfunctions/server/files';
import { type Progress, rotateKeys } from '../../cloudfunctions/server/key-rotation/rotate';
import { sealedTables } from '../../cloudfunctions/server/key-rotation/tables';
import { createVault, SEALED, type Vault } from '../../cloudfunctions/server/sensitive';
import { createCase, createCounty } from '../county';
import { createWorld, type World } from '../world';

/** Keys are rotated while the court works. */
let world: World;
let before: Vault;
const CASES = 5;
const key = new Uint8Array(32).fill(7);
const after = createVault(
  {
    current: 2,
    sealingKey: (version) => ({ 1: key, 2: new Uint8Array(32).fill(8) })[version],
    indexKey: key,
  },
  'sm4-hmac-sm3',
);
let county: Awaited<ReturnType<typeof createCounty>>;
let first: Awaited<ReturnType<typeof createCase>>;

beforeAll(async () => {
  world = await createWorld();
  before = world.app.vault;
  county = await createCounty(world);
  first = await createCase(world);
  for (let made = 1; made < CASES; made += 1) await createCase(world);
  await world.app.files.put('file_rotated', new Uint8Array([1, 2, 3]));
  await world.db
    .insertInto('files')
    .values({
      court_id: county.courtId,
      file_id: 'file_rotated',
      purpose: 'visit',
      file_name: 'x.jpg',
      media_type: 'image/jpeg',
      bytes: 3,
      owner_account_id: county.judge,
      state: 'stored',
      created_at: world.app.now(),
    })
    .execute();
  await keepImportChange();
  world.app.vault = after;
});
afterAll(() => world.close());

/** What a list replaced, as the import keeps it. */
async function keepImportChange(): Promise<void> {
  const sealed = (phone: string) => ({ phone_sealed: before.seal(SEALED.phone, phone), contact_state: 'ok' });
  const change = {
    status: 'waiting',
    parties: [{ partyId: 'x', before: { phone_sealed: null }, after: sealed('19900000077') }],
  };
  await world.db
    .insertInto('import_batches')
    .values({
      court_id: county.courtId,
      batch_id: 'batch_x',
      file_name: 'x.csv',
      state: 'committed',
      checked_by: county.clerk,
      checked_at: world.app.now(),
      totals: '{}',
      problems: '[]',
    })
    .execute();
  await world.db
    .insertInto('import_changes')
    .values({
      court_id: county.courtId,
      batch_id: 'batch_x',
      case_id: first.caseId,
      kind: 'updated',
      before: JSON.stringify(change),
    })
    .execute();
}

const partiesNow = () => world.db.selectFrom('parties').selectAll().orderBy('party_id').execute();
const isNew = (sealed: string | null) => sealed === null || sealed.startsWith('sm4.2.');
const progressOf = (table: string) =>
  world.db.selectFrom('key_rotations').selectAll().where('table_name', '=', table).executeTakeFirst();

describe('a rotation', () => {
  test('knows the primary key of every sealed table', async () => {
    const tables = await sealedTables(world.db);
    expect(tables.map(({ name }) => name)).toContain('parties');
    expect(tables.filter(({ key: columns }) => columns.length === 0)).toEqual([]);
  });

  test('that is interrupted keeps what it did, and says that it is not done', async () => {
    const seen: Progress[] = [];
    const done = await rotateKeys(world.app, {
      batch: 2,
      onProgress: (progress) => void seen.push(progress),
      isStopped: () => seen.filter(({ what }) => what === 'parties').length === 2,
    });
    expect(done).toMatchObject({ isInterrupted: true });
    expect(done.left).toBeGreaterThan(0);
    const parties = await partiesNow();
    expect(parties.filter(({ phone_sealed }) => isNew(phone_sealed))).toHaveLength(4);
    expect(await progressOf('parties')).toMatchObject({ finished_at: null, looked_at: 4 });
  });

  test('goes on where it was, beside people who work, and leaves nothing', async () => {
    const clerk = await world.as(county.clerk);
    const parties = await partiesNow();
    const last = parties.at(-1)!;
    const seen: Progress[] = [];
    const done = await rotateKeys(world.app, {
      batch: 2,
      onProgress: async (progress) => {
        seen.push(progress);
        if (seen.filter(({ what }) => what === 'parties').length !== 1) return;
        await clerk.does('correct-contact', {
          partyId: last.party_id,
          phone: '19900004321',
          source: '本人来电',
        });
      },
    });
    expect(done).toMatchObject({ isInterrupted: false, left: 0 });
    expect(seen.filter(({ what }) => what === 'parties')[0]!.of).toBe(2 * CASES - 4);
    expect(await progressOf('parties')).toMatchObject({ finished_at: expect.any(Date) });
    const now = await partiesNow();
    expect(now.filter((one) => !isNew(one.phone_sealed) || !isNew(one.household_address_sealed))).toEqual([]);
    expect(after.open(SEALED.phone, now.at(-1)!.phone_sealed!)).toBe('19900004321');
  });

  test('changes no content and no index', async () => {
    for (const party of await partiesNow()) {
      const idNumber = after.open(SEALED.idNumber, party.id_number_sealed!);
      expect(idNumber).toBe(party.side === 'obligor' ? '99999919800101004X' : '999999197505050016');
      expect(party.id_number_index).toBe(before.index(SEALED.idNumber, idNumber));
      expect(party.phone_index).toBe(
        before.index(SEALED.phone, after.open(SEALED.phone, party.phone_sealed!)),
      );
    }
    const [change] = await world.db.selectFrom('import_changes').select('before').execute();
    const kept = (change!.before as { parties: { before: object; after: { phone_sealed: string } }[] })
      .parties[0]!;
    expect(kept.before).toEqual({ phone_sealed: null });
    expect(after.open(SEALED.phone, kept.after.phone_sealed)).toBe('19900000077');
    expect(isNew(kept.after.phone_sealed)).toBe(true);
  });

  test('done once more does nothing, and is told to the audit once a run that did', async () => {
    expect(await rotateKeys(world.app)).toEqual({ isInterrupted: false, resealed: 0, left: 0 });
    const lines = await world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'rotate-keys')
      .orderBy('seq')
      .execute();
    expect(lines.map(({ facts }) => facts)).toMatchObject([
      { isInterrupted: true },
      { isInterrupted: false, left: 0 },
    ]);
  });

  test('a value that no key opens is named in the log by its row, and stops nothing', async () => {
    const logged: Record<string, unknown>[] = [];
    world.app.log = (line) => logged.push(line);
    const [one, other] = await partiesNow();
    const strange = createVault(new Uint8Array(32).fill(99)).seal(SEALED.phone, '19900000001');
    const update = (partyId: string, phone_sealed: string) =>
      world.db.updateTable('parties').set({ phone_sealed }).where('party_id', '=', partyId).execute();
    await update(one!.party_id, strange);
    await update(other!.party_id, before.seal(SEALED.phone, '19900000002'));
    expect(await rotateKeys(world.app)).toMatchObject({ resealed: 1, left: 1 });
    expect(logged).toMatchObject([
      { at: 'rotate-keys', table: 'parties', key: [county.courtId, one!.party_id] },
    ]);
    expect(JSON.stringify(logged)).not.toContain(strange);
  });

  test('files are sealed anew where they lie', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiqian-reseal-'));
    const storeWith = (vault: Vault) =>
      diskFiles({ folder, key, vault, tipVault: vault, publicUrl: 'http://x' });
    await storeWith(before).put('file_a', new Uint8Array([1, 2, 3]));
    expect(await storeWith(after).reseal('file_a')).toBe(true);
    expect(await storeWith(after).reseal('file_a')).toBe(false);
    expect([...(await storeWith(after).get('file_a'))]).toEqual([1, 2, 3]);
    await expect(storeWith(before).get('file_a')).rejects.toThrow();
  });
});
