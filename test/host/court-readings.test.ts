import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courtReadings, type ReadingsOrder } from '../../cloudfunctions/host/court-readings';
import { createAccount, createCounty } from '../county';
import { createWorld, type World } from '../world';

describe('an operator sets the court’s readings from the command line', () => {
  let world: World;
  let folder: string;
  let chief: string;
  beforeAll(async () => {
    world = await createWorld();
    chief = (await createCounty(world)).chief;
    folder = await mkdtemp(join(tmpdir(), 'zhiqian-readings-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  const run = async (content?: string, order: ReadingsOrder = {}) => {
    const file = content === undefined ? undefined : join(folder, 'readings.json');
    if (file) await writeFile(file, content!);
    const printed: string[] = [];
    await courtReadings(world.app, { file, ...order }, (text) => printed.push(text));
    return printed.join('\n');
  };

  test('which needs an administrator', async () => {
    await expect(run('{}')).rejects.toThrow('The court has no admin yet');
    await expect(run('{}', { as: chief })).rejects.toThrow('您的身份不能办理这件事');
    await createAccount(world, { name: '夏成', phone: '19900000010', role: 'admin' });
    expect(await run()).toContain('本院口径：从履行期满的第二天起算，付款当天计入');
  });

  test('what was read is printed and in use; what cannot be read changes nothing', async () => {
    expect(await run('{"expiryDayCounts": true}')).toContain('本院口径：履行期满当天即计入');
    await expect(run('{"expiryDayCounts": 1}')).rejects.toThrow('“expiryDayCounts”只能填 true 或 false。');
    await expect(run('expiryDayCounts: true')).rejects.toThrow(/readings\.json is not JSON/);
    await expect(run('null')).rejects.toThrow(/readings\.json is not JSON/);
    expect(await run()).toContain('本院口径：履行期满当天即计入');
  });
});
