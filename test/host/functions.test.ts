import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFunctions } from '../../cloudfunctions/host/build-functions';
import { createAccount, createCase, createCounty } from '../county';
import { createWorld, type World } from '../world';

const run = promisify(execFile);

/** What CloudBase hands to a function beside the event, as its SDK reads it. */
const platform = (openid?: string) => ({
  request_id: 'test',
  environment: JSON.stringify({
    TCB_SOURCE: openid ? 'wx_client' : 'scf',
    WX_APPID: 'wx0000000000000000',
    WX_OPENID: openid,
  }),
});

describe('a bundle in a bare Node process, against a real PostgreSQL', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld();
    folder = await mkdtemp(join(tmpdir(), 'zhiqian-functions-'));
    await buildFunctions(folder);
    // CommonJS as CloudBase loads it, and nothing of ours within reach.
    await writeFile(
      join(folder, 'call.cjs'),
      `const [name, event, context] = process.argv.slice(2);
       require('./' + name + '/index.js').main(JSON.parse(event), JSON.parse(context))
         .then((answer) => { console.log(JSON.stringify(answer)); process.exit(); });`,
    );
    await createCounty(world);
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const call = async (name: string, event: unknown, context: unknown) => {
    const { stdout } = await run(
      process.execPath,
      ['call.cjs', name, JSON.stringify(event), JSON.stringify(context)],
      { cwd: folder, env: { PATH: process.env.PATH, DATABASE_URL: world.databaseUrl, TZ: 'UTC' } },
    );
    return JSON.parse(stdout);
  };

  test('api answers anybody', async () => {
    const answer = await call('api', { action: 'get-court', input: {} }, platform());
    expect(answer).toMatchObject({ ok: true, data: { name: '青溪县人民法院' } });
  });

  test('api knows a WeChat user by the platform’s word, and not by the request’s', async () => {
    await createAccount(world, {
      name: '宋小雨',
      phone: '19900000021',
      role: 'village-liaison',
      villageId: 'village_songjia00',
      openid: 'openid-of-a-liaison',
    });
    const asked = {
      action: 'get-me',
      input: {},
      openid: 'openid-of-a-liaison',
      userInfo: { openId: 'openid-of-a-liaison' },
    };
    expect(await call('api', asked, platform())).toMatchObject({
      ok: false,
      refusal: { code: 'sign-in-first' },
    });
    expect(await call('api', asked, platform('openid-of-a-liaison'))).toMatchObject({
      ok: true,
      data: { name: '宋小雨', roles: [{ role: 'village-liaison', reach: '虹溪镇 宋家村' }] },
    });
  });

  test('sweep plans and delivers, and no visitor may start it', async () => {
    await createCase(world);
    expect(await call('sweep', {}, platform())).toEqual({
      planned: 0,
      delivered: 0,
      failed: 0,
      unknown: 0,
      suppressed: 0,
    });
    await expect(call('sweep', {}, platform('openid-of-a-liaison'))).rejects.toThrow();
  });

  test('receipts takes a carrier at its word when it knows the secret, and nobody else', async () => {
    const report = [{ sid: 'S1', report_status: 'SUCCESS', user_receive_time: '2026-03-02 12:00:01' }];
    const http = (token: string) => ({
      path: '/receipts/tencent-sms',
      httpMethod: 'POST',
      headers: { 'Content-Type': 'application/json' },
      queryStringParameters: { token },
      body: Buffer.from(JSON.stringify(report)).toString('base64'),
      isBase64Encoded: true,
    });
    expect(await call('receipts', http('another-secret'), platform())).toMatchObject({ statusCode: 401 });
    expect(await world.db.selectFrom('carrier_reports').selectAll().execute()).toEqual([]);
    expect(await call('receipts', http('demo-receipt-token'), platform())).toMatchObject({
      statusCode: 200,
      body: '{"result":0,"errmsg":"OK"}',
    });
    expect(await world.db.selectFrom('carrier_reports').select(['serial', 'outcome']).execute()).toEqual([
      { serial: 'S1', outcome: 'delivered' },
    ]);
  });
});
