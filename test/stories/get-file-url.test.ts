import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf } from '../../shared/actions';
import { createCounty } from '../county';
import { type County, faithful, type Person, pay, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

type Purpose = RequestOf<'create-upload'>['purpose'];

describe('files', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  async function uploaded(who: Person, purpose: Purpose): Promise<string> {
    const { fileId } = await who.does('create-upload', {
      purpose,
      fileName: '照片.jpg',
      mediaType: 'image/jpeg',
      bytes: 1000,
    });
    await world.db.updateTable('files').set({ state: 'stored' }).where('file_id', '=', fileId).execute();
    return fileId;
  }

  const look = async (who: Person, fileId: string) =>
    who
      .does('get-file-url', { fileId })
      .then(() => 'seen')
      .catch(({ code }) => code);

  test('an address is signed for ten minutes and for this file alone', async () => {
    const { obligor } = await supervisedCase(world, county);
    const { url, fileId, expiresAt } = await obligor.does('create-upload', {
      purpose: 'payment-proof',
      fileName: '回单.jpg',
      mediaType: 'image/jpeg',
      bytes: 1000,
    });
    expect(expiresAt).toBe('2026-03-02T01:10:00.000Z');
    const query = new URL(url).searchParams;
    const { files } = world.app;
    expect(files.verify(fileId, 'PUT', query, new Date('2026-03-02T01:09:59Z'))).toBe(true);
    expect(files.verify(fileId, 'PUT', query, new Date('2026-03-02T01:10:01Z'))).toBe(false);
    expect(files.verify(fileId, 'GET', query, new Date('2026-03-02T01:09:59Z'))).toBe(false);
    expect(files.verify('file_other0000', 'PUT', query, new Date('2026-03-02T01:09:59Z'))).toBe(false);
  });

  test('who sees what: the table', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const stranger = (await supervisedCase(world, county)).obligee;
    const liaison = faithful(world, county.villageLiaison);
    const judge = faithful(world, county.judge);

    const proof = await uploaded(obligor, 'payment-proof');
    await obligor.does('register-payment', { caseId, ...pay(100, '2026-03-02'), fileIds: [proof] });
    const evidence = await uploaded(obligor, 'request-evidence');
    await obligor.does('report-hardship', { caseId, text: '正在住院', fileIds: [evidence] });
    const photo = await uploaded(liaison, 'visit-photo');
    await world.db.updateTable('files').set({ case_id: caseId }).where('file_id', '=', photo).execute();

    const seen = async (fileId: string) => ({
      obligor: await look(obligor, fileId),
      obligee: await look(obligee, fileId),
      liaison: await look(liaison, fileId),
      judge: await look(judge, fileId),
      stranger: await look(stranger, fileId),
    });
    const no = 'not-found-or-not-yours';
    expect(await seen(proof)).toEqual({
      obligor: 'seen',
      obligee: 'seen',
      liaison: no,
      judge: 'seen',
      stranger: no,
    });
    expect(await seen(evidence)).toEqual({
      obligor: 'seen',
      obligee: no,
      liaison: no,
      judge: 'seen',
      stranger: no,
    });
    expect(await seen(photo)).toEqual({
      obligor: no,
      obligee: no,
      liaison: 'seen',
      judge: 'seen',
      stranger: no,
    });
    const looks = await world.db
      .selectFrom('audit_lines')
      .select('actor')
      .where('subject', '=', caseId)
      .where('action', '=', 'get-file-url')
      .execute();
    expect(looks).toHaveLength(7);
  });

  test('a file that hangs on no case yet is its uploader’s alone', async () => {
    const { obligor, obligee } = await supervisedCase(world, county);
    const fileId = await uploaded(obligor, 'payment-proof');
    expect(await look(obligor, fileId)).toBe('seen');
    expect(await look(obligee, fileId)).toBe('not-found-or-not-yours');
    expect(await look(faithful(world, county.judge), fileId)).toBe('not-found-or-not-yours');
  });

  test('a file goes only where it was uploaded for', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const proof = await uploaded(obligor, 'payment-proof');
    await expect(
      obligor.does('report-hardship', { caseId, text: '正在住院', fileIds: [proof] }),
    ).rejects.toMatchObject({ code: 'file-not-there' });
  });

  test.each<[who: string, Purpose, fileName: string, mediaType: string, answer: string]>([
    ['judge', 'case-list', '台账.xlsx', '', 'taken'],
    ['judge', 'case-list', '台账.CSV', 'application/vnd.ms-excel', 'taken'],
    ['judge', 'case-list', '台账.exe', 'application/vnd.ms-excel', 'upload-kind-wrong'],
    ['villageLiaison', 'case-list', '台账.xlsx', '', 'upload-not-yours'],
    ['officer', 'case-list', '台账.xlsx', '', 'upload-not-yours'],
    ['villageLiaison', 'visit-photo', '照片.webp', 'image/webp', 'taken'],
    ['villageLiaison', 'visit-photo', '照片.svg', 'image/svg+xml', 'upload-kind-wrong'],
    ['villageLiaison', 'visit-photo', '照片.html', 'text/html', 'upload-kind-wrong'],
    ['judge', 'visit-photo', '照片.jpg', 'image/jpeg', 'upload-not-yours'],
    ['villageLiaison', 'request-evidence', '病历.pdf', 'application/pdf', 'taken'],
  ])('%s uploads a %s called %s: %s', async (who, purpose, fileName, mediaType, answer) => {
    const actor = await world.as(county[who as 'judge']);
    const outcome = await actor
      .does('create-upload', { purpose, fileName, mediaType, bytes: 10 })
      .then(() => 'taken')
      .catch(({ code }) => code);
    expect(outcome).toBe(answer);
  });

  test('an empty file and one that is too big are told so', async () => {
    const actor = await world.as(county.villageLiaison);
    const upload = (bytes: number) =>
      actor.does('create-upload', {
        purpose: 'visit-photo',
        fileName: 'a.jpg',
        mediaType: 'image/jpeg',
        bytes,
      });
    await expect(upload(0)).rejects.toThrow('空文件');
    await expect(upload(10 * 1024 * 1024 + 1)).rejects.toThrow('10 MB');
  });
});
