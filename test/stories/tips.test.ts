import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { hashOfTip } from '../../cloudfunctions/server/tips/order';
import { isTipCode, makeTipCode, plainTipCode, showTipCode } from '../../shared/cases/tip-code';
import type { Day } from '../../shared/day';
import { createCounty } from '../county';
import {
  DEVICE,
  type Desk,
  deviceNamed,
  newCode,
  openDesk,
  publishedNotice,
  refused,
  TRUCK,
  tell,
} from '../desk-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld('2026-03-02T02:00:00Z');
  county = await createCounty(world);
  desk = await openDesk(world, county);
});
afterAll(() => world.close());
beforeEach(() => world.setNow('2026-03-02T02:00:00Z'));

const tipRow = (tipId: string) =>
  world.db.selectFrom('tips').selectAll().where('tip_id', '=', tipId).executeTakeFirstOrThrow();

describe('somebody tells what he knows', () => {
  test('without signing in, and comes back with nothing but the code', async () => {
    const { code, number } = await tell(world);
    const mine = await world.anybody.does('open-tip', { code: `${showTipCode(code)} ` });
    expect(mine).toMatchObject({
      number,
      state: 'received',
      words: TRUCK.words,
      place: TRUCK.place,
      messages: [],
    });
    expect(mine.sentence).toContain('法院已经收到');
    expect(await refused(world.anybody.does('open-tip', { code: newCode() }))).toBe('tip-code-unknown');
  });

  test('who is signed in on the same device is nobody there, and no line names him', async () => {
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('submit-tip', { ...TRUCK, code: newCode() });
    const line = await world.db
      .selectFrom('audit_lines')
      .select('actor')
      .where('action', '=', 'submit-tip')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(line.actor).toBe('public');
  });

  test('the same code again is the same tip, and he is told that it had come', async () => {
    const { code, number } = await tell(world);
    const again = await world.anybody.does('submit-tip', {
      ...TRUCK,
      code,
      words: '改过的内容，第二次发送。',
    });
    expect(again).toMatchObject({ number, receivedEarlier: true });
    expect((await world.anybody.does('open-tip', { code })).words).toBe(TRUCK.words);
  });

  test('sent twice at once it is one', async () => {
    const code = newCode();
    const both = await Promise.all([1, 2, 3].map(() => world.anybody.does('submit-tip', { ...TRUCK, code })));
    expect(new Set(both.map(({ number }) => number)).size).toBe(1);
    expect(both.filter(({ receivedEarlier }) => !receivedEarlier)).toHaveLength(1);
  });

  test('having read what follows from a false report', async () => {
    const answer = await world.anybody.asks('submit-tip', { ...TRUCK, code: newCode(), understood: false });
    expect(answer).toMatchObject({ refusal: { message: '请先看完提示，再点“我知道了”。' } });
  });

  test('of a notice, and the case is known without being named', async () => {
    const { number: notice, caseId } = await publishedNotice(world, county, desk);
    const { tipId, code } = await tell(world, { number: notice });
    expect((await tipRow(tipId)).case_id).toBe(caseId);
    expect(JSON.stringify(await world.anybody.does('open-tip', { code }))).not.toContain(caseId);
  });

  test('a number that no notice ever had is said to be wrong, and nothing is taken', async () => {
    const code = newCode();
    const tell = world.anybody.does('submit-tip', { ...TRUCK, code, number: '2026-9999' });
    expect(await refused(tell)).toBe('bounty-unknown');
    expect(await refused(world.anybody.does('open-tip', { code }))).toBe('tip-code-unknown');
  });

  test('and a day that has not come is refused', async () => {
    const early = world.anybody.does('submit-tip', {
      ...TRUCK,
      code: newCode(),
      seenDay: '2026-03-03' as Day,
    });
    expect(await refused(early)).toBe('tip-day-wrong');
  });

  test('what he told and what he is called by stand nowhere in clear', async () => {
    const { tipId, code } = await tell(world);
    const row = JSON.stringify(await tipRow(tipId));
    for (const secret of [code, TRUCK.words, '砖厂', DEVICE]) expect(row).not.toContain(secret);
  });
});

describe('photos', () => {
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const store = async (fileId: string) => {
    await world.app.files.put(fileId, PIXEL);
    await world.db
      .updateTable('files')
      .set({ state: 'stored', sha256: 'abc' })
      .where('file_id', '=', fileId)
      .execute();
  };
  const reserve = (device = DEVICE) =>
    world.anybody.does('create-tip-upload', { device, mediaType: 'image/png', bytes: PIXEL.byteLength });

  test('are sealed with the key of tips, and hang on the tip of the same device', async () => {
    const { fileId } = await reserve();
    await store(fileId);
    expect(fileId).toMatch(/^photo_/);
    const { tipId } = await tell(world, { photos: [fileId] });
    const read = await desk.desk.does('read-tip', { tipId });
    expect(read.photos).toMatchObject([{ fileId, sha256: 'abc', at: '2026-03-02T02:00:00.000Z' }]);
  });

  test('of somebody else’s device, or that never arrived, are not taken', async () => {
    const theirs = await reserve(deviceNamed(7));
    await store(theirs.fileId);
    const lost = await reserve();
    for (const { fileId } of [theirs, lost])
      expect(await refused(tell(world, { photos: [fileId] }))).toBe('tip-photo-missing');
  });
});

describe('both sides write', () => {
  test('the desk asks, he answers, and an answer sent twice is one', async () => {
    const { tipId, code } = await tell(world);
    await desk.desk.does('ask-tipster', { tipId, words: '车牌号后三位您还记得吗？' });
    const once = '11111111-1111-4111-8111-111111111111';
    const answer = { code, device: DEVICE, once, words: '好像是 A88。' };
    await world.anybody.does('add-to-tip', answer);
    await world.anybody.does('add-to-tip', answer);
    const { messages } = await world.anybody.does('open-tip', { code });
    expect(messages.map(({ from, words }) => [from, words])).toEqual([
      ['court', '车牌号后三位您还记得吗？'],
      ['tipster', '好像是 A88。'],
    ]);
  });

  test('what waits for an answer stands on the desk’s list, even of a tip that was refused', async () => {
    const { tipId, code } = await tell(world);
    await desk.desk.does('decide-tip', { tipId, decision: 'refuse', reason: 'too-vague' });
    const listed = async () =>
      (await desk.desk.does('list-tips', {})).tips.find((one) => one.tipId === tipId)?.unread;
    expect(await listed()).toBeUndefined();
    const once = '22222222-2222-4222-8222-222222222222';
    await world.anybody.does('add-to-tip', { code, device: DEVICE, once, words: '补充：车牌是浙 A 开头。' });
    expect(await listed()).toBe(1);
    await desk.desk.does('ask-tipster', { tipId, words: '谢谢，已经看到。' });
    expect(await listed()).toBeUndefined();
  });
});

describe('the order', () => {
  test('of a hundred who come at once has no gap, and each proves the one before', async () => {
    const from = await tell(world);
    const told = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        tell(world, { device: deviceNamed(100 + at) }, `192.0.2.${at + 1}`),
      ),
    );
    expect(told.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, at) => from.number + 1 + at),
    );
    const rows = await world.db.selectFrom('tips').selectAll().orderBy('seq').execute();
    let previousHash = '';
    for (const [at, row] of rows.entries()) {
      expect(row.seq).toBe(at + 1);
      expect(row.previous_hash).toBe(previousHash);
      const { court_id: courtId, tip_id: tipId, seq, received_at: receivedAt } = row;
      expect(row.hash).toBe(
        hashOfTip({ courtId, tipId, seq, receivedAt, contentDigest: row.content_digest, previousHash }),
      );
      previousHash = row.hash;
    }
    const counter = await world.db.selectFrom('tip_counters').selectAll().executeTakeFirstOrThrow();
    expect(counter).toMatchObject({ last: rows.length, last_hash: previousHash });
  });
});

describe('against abuse', () => {
  test('a flood of two hundred from few devices does not bury one from another', async () => {
    for (let at = 0; at < 200; at++) await tell(world, { device: deviceNamed(900 + Math.floor(at / 20)) });
    const real = await tell(world, { device: deviceNamed(999) });
    // Five of each of the ten devices that flood have their turn before him, and no more of them.
    const all = await everyListed();
    const nth = all.findIndex(({ tipId }) => tipId === real.tipId);
    const flooders = new Set(
      (await world.db.selectFrom('tips').select(['tip_id', 'sender_index']).execute())
        .filter(({ sender_index }) => flood.has(sender_index))
        .map(({ tip_id }) => tip_id),
    );
    expect(all.slice(0, nth).filter(({ tipId }) => flooders.has(tipId))).toHaveLength(50);
  });

  const flood = new Set<string>();
  beforeAll(() => {
    for (let at = 900; at < 910; at++) flood.add(world.app.tipVault.index('tip_sender', deviceNamed(at)));
  });
  const everyListed = async () => {
    const first = await desk.desk.does('list-tips', {});
    const rest = [];
    for (let page = 2; page <= first.pages; page++)
      rest.push(...(await desk.desk.does('list-tips', { page })).tips);
    return [...first.tips, ...rest];
  };

  test('one device sends twenty a day at most', async () => {
    const device = deviceNamed(50);
    for (let at = 0; at < 20; at++) await tell(world, { device });
    expect(await refused(tell(world, { device }))).toBe('tip-too-often');
    world.setNow('2026-03-03T02:00:01Z');
    expect(await refused(tell(world, { device }))).toBe('done');
  });

  test('a blocked device sends nothing more, by its codes neither, until the block is over', async () => {
    const device = deviceNamed(51);
    const { tipId, code } = await tell(world, { device });
    await desk.desk.does('block-tip-sender', { tipId, days: 2, reason: '反复发送辱骂内容' });
    expect(await refused(tell(world, { device }))).toBe('tip-blocked');
    const once = '33333333-3333-4333-8333-333333333333';
    const add = () =>
      world.anybody.does('add-to-tip', { code, device: deviceNamed(52), once, words: '换一部手机再发。' });
    expect(await refused(add())).toBe('tip-blocked');
    world.setNow('2026-03-04T02:00:01Z');
    expect(await refused(add())).toBe('done');
  });

  test('what the platform calls risky is kept, and covered until somebody asks', async () => {
    const { tipId } = await tell(world, { words: '他在镇上开赌博机，每天收现金。' });
    // On the web there is no user of the platform, and so no check.
    expect((await tipRow(tipId)).check_result).toBe('unchecked');
    await world.db
      .insertInto('tip_checks')
      .values({
        court_id: county.courtId,
        tip_id: tipId,
        openid_sealed: world.app.tipsterVault.seal('tip_openid', 'openid-of-somebody'),
        at: world.app.now(),
      })
      .execute();
    const asked: string[] = [];
    world.app.contentChecker = {
      check: async (words, openid) => {
        asked.push(openid);
        return words.includes('赌博') ? 'risky' : 'pass';
      },
    };
    await runSweep(world.app);
    world.app.contentChecker = null;
    expect(asked).toEqual(['openid-of-somebody']);
    expect(await world.db.selectFrom('tip_checks').selectAll().execute()).toEqual([]);
    expect(await desk.desk.does('read-tip', { tipId })).toMatchObject({
      check: 'risky',
      covered: true,
      words: null,
    });
    const shown = await desk.desk.does('read-tip', { tipId, uncovered: true });
    expect(shown.words).toContain('赌博机');
  });
});

describe('the code', () => {
  const counting = () => {
    let next = 0;
    return (bytes: number) => Uint8Array.from({ length: bytes }, () => (next++ * 37) % 256);
  };

  test('has sixteen digits, and one slip of the pen is found', () => {
    const code = makeTipCode(counting());
    expect(code).toMatch(/^\d{16}$/);
    expect(isTipCode(code)).toBe(true);
    for (let at = 0; at < 16; at++) {
      const wrong = code.slice(0, at) + ((Number(code[at]) + 3) % 10) + code.slice(at + 1);
      expect(isTipCode(wrong)).toBe(false);
    }
  });

  test('is read however people write it', () => {
    const code = makeTipCode(counting());
    for (const written of [showTipCode(code), ` ${code} `, code.replace(/(\d{4})/g, '$1-').slice(0, -1)])
      expect(plainTipCode(written)).toBe(code);
    expect(plainTipCode('１２３４')).toBe('1234');
  });
});
