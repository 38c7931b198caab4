import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importList } from '../../cloudfunctions/host/import-list';
import { createCounty } from '../county';
import { fictionalId, type Line, writeList } from '../lists';
import { createWorld, type World } from '../world';

describe('an operator imports a list from the command line', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
    folder = await mkdtemp(join(tmpdir(), 'zhiqian-list-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  const listOf = async (name: string, lines: Line[]) => {
    const file = join(folder, name);
    await writeFile(file, await writeList(lines));
    return file;
  };
  const run = async (file: string, options: { commit?: boolean; as?: string } = {}) => {
    const printed: string[] = [];
    const clean = await importList(world.app, { file, commit: false, ...options }, (text) =>
      printed.push(text),
    );
    return { clean, text: printed.join('\n') };
  };
  const cases = async () =>
    (
      await world.db
        .selectFrom('cases')
        .select((e) => e.fn.countAll<number>().as('cases'))
        .executeTakeFirstOrThrow()
    ).cases;

  const tidy: Line = { number: '（2026）浙9999民初801号', id: fictionalId(1) };
  const wrong: Line = { number: '（2026）浙9999民初802号', id: fictionalId(2), principal: '五万多' };

  test('without --commit it prints the report, imports nothing, and says that the list has errors', async () => {
    const { clean, text } = await run(await listOf('dry.xlsx', [tidy, wrong]));
    expect(clean).toBe(false);
    expect(text).toMatch(/3 +标的额 +错误 +五万多/);
    expect(text).toContain('一共 2 行：可以导入 1 件（1 行），不能导入 1 行，跳过 0 行。');
    expect(await cases()).toBe(0);
  });

  test('with --commit the valid rows come in', async () => {
    const { clean, text } = await run(await listOf('real.xlsx', [tidy, wrong]), { commit: true });
    expect(clean).toBe(true);
    expect(text).toContain('已导入：新增 1 件，更新 0 件，未变 0 件');
    expect(await cases()).toBe(1);
  });

  test('--as says in whose name', async () => {
    await run(await listOf('as.xlsx', [tidy]), { as: county.chief });
    const line = await world.db
      .selectFrom('audit_lines')
      .select('actor')
      .where('action', '=', 'check-case-list')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(line.actor).toBe(county.chief);
  });

  test('what cannot be read gets one sentence', async () => {
    const text = join(folder, 'notes.txt');
    await writeFile(text, '案号');
    const old = join(folder, 'old.xls');
    await writeFile(old, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    const list = await listOf('fine.xlsx', [tidy]);
    await expect(run(join(folder, 'nowhere.xlsx'))).rejects.toThrow(/^There is no file .*nowhere\.xlsx\.$/);
    await expect(run(folder)).rejects.toThrow(/is not a file/);
    await expect(run(text)).rejects.toThrow('这里只能上传Excel（.xlsx）或 CSV 表格，请重新选择文件。');
    await expect(run(old)).rejects.toThrow(/\.xls/);
    await expect(run(list, { as: 'acct_nobody0000' })).rejects.toThrow('There is no account acct_nobody0000');
    await expect(run(list, { as: county.villageLiaison })).rejects.toThrow('您的身份不能');
  });
});
