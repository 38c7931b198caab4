import { beforeEach, describe, expect, test } from 'vitest';
import { FaultError, OfflineError, RefusedError } from '../../miniprogram/src/errors';
import { createOutbox, type NewItem, type OutboxItem } from '../../miniprogram/src/outbox-core';
import { LostFile, type Storage } from '../../miniprogram/src/platform/platform';

/** A telephone whose storage outlives the app, and a server that acts once a key. */
class Telephone {
  private stored = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  full = false;
  account = 'acc_liaison01';
  storage: Storage = {
    get: <T>(key: string) => JSON.parse(this.stored.get(key) ?? 'null') ?? (undefined as T | undefined),
    set: (key, value) => {
      const written = JSON.stringify(value);
      const others = [...this.stored].filter(([other]) => other !== key).map(([, text]) => text.length);
      if (this.full || others.reduce((sum, n) => sum + n, written.length) > this.room) {
        throw new Error('exceed storage max size 10Mb');
      }
      this.stored.set(key, written);
    },
    remove: (key) => void this.stored.delete(key),
    keys: () => [...this.stored.keys()],
  };
  files = new Set(['/user/a.jpg', '/user/b.jpg']);
  private uuids = 0;

  server = new Server();

  /** Opens the app: a new outbox over what the telephone still holds. */
  open() {
    return createOutbox({
      storage: this.storage,
      now: () => new Date('2026-03-05T01:02:00Z'),
      newUuid: () => `uuid-${++this.uuids}`,
      account: () => this.account,
      send: (item, input) => this.server.take(item, input),
      upload: async (path) => {
        if (!this.files.has(path)) throw new LostFile(path);
        return this.server.takeFile(path);
      },
      removeFile: async (path) => void this.files.delete(path),
      changed: () => {},
    });
  }
}

type Weather = 'fine' | 'offline' | 'answer lost' | 'fault' | 'signed out' | Error;

class Server {
  weather: Weather = 'fine';
  /** What it did, by key: the second sending of a key does nothing. */
  done = new Map<string, unknown>();
  received: string[] = [];
  atOnce = 0;
  mostAtOnce = 0;
  uploads: string[] = [];
  /** Turns the weather before this key is answered. */
  turns = new Map<string, Weather>();
  beforeAnswer: () => void = () => {};

  async take(item: OutboxItem, input: unknown): Promise<unknown> {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await Promise.resolve();
    this.atOnce -= 1;
    const weather = this.turns.get(item.title) ?? this.weather;
    this.received.push(item.title);
    this.beforeAnswer();
    if (weather === 'offline') throw new OfflineError();
    if (weather === 'fault') throw new FaultError('run_00000001');
    if (weather === 'signed out') throw new RefusedError('sign-in-first', '请先登录，再办理这件事。');
    if (weather instanceof Error) throw weather;
    if (!this.done.has(item.uuid)) this.done.set(item.uuid, input);
    if (weather === 'answer lost') throw new OfflineError();
    return { done: true };
  }

  async takeFile(path: string): Promise<string> {
    if (this.weather === 'offline') throw new OfflineError();
    this.uploads.push(path);
    return `file_${this.uploads.length}`;
  }
}

const visit = (title: string, paths: string[] = []): NewItem => ({
  action: 'record-visit',
  title,
  page: '/liaison/record-visit/index?taskId=task_1',
  payload: { outcome: 'willing', note: title },
  draft: { outcome: 'willing', note: title },
  photos: paths.length > 0 ? { field: 'fileIds', purpose: 'visit-photo', paths, ids: [] } : null,
});

let telephone: Telephone;
let server: Server;
beforeEach(() => {
  telephone = new Telephone();
  server = telephone.server;
});

const states = (outbox: ReturnType<Telephone['open']>) => outbox.items().map((item) => item.state);

describe('written first, sent when the network allows', () => {
  test('a submission stands on the telephone before anything is sent', () => {
    telephone.open().add(visit('第一次走访'));
    expect(server.received).toEqual([]);
    expect(telephone.open().items()).toMatchObject([
      { uuid: 'uuid-1', state: 'waiting', at: '2026-03-05T01:02:00.000Z', account: 'acc_liaison01' },
    ]);
  });

  test('the app dies between writing and sending: it is sent when the app opens again', async () => {
    telephone.open().add(visit('走访'));
    const reopened = telephone.open();
    await reopened.flush();
    expect(server.done).toEqual(new Map([['uuid-1', { outcome: 'willing', note: '走访' }]]));
    expect(states(reopened)).toEqual(['sent']);
  });

  test('a full telephone says so at once, and sends nothing that it could not keep', async () => {
    const outbox = telephone.open();
    telephone.full = true;
    expect(outbox.add(visit('走访'))).toMatchObject({
      state: 'refused',
      sentence: expect.stringContaining('存储满了'),
    });
    telephone.full = false;
    await outbox.flush();
    expect(outbox.items()).toEqual([]);
    expect(server.received).toEqual([]);
  });

  test('what was only cached makes room for what is submitted', async () => {
    const outbox = telephone.open();
    telephone.storage.set('cache:acc:list-tasks', 'x'.repeat(900));
    telephone.room = 1_000;
    expect(outbox.add(visit('走访')).state).toBe('waiting');
    expect(telephone.storage.keys()).toEqual(['outbox']);
  });

  test('without a network it waits, says why, and goes when the network is back', async () => {
    const outbox = telephone.open();
    server.weather = 'offline';
    outbox.add(visit('走访'));
    await outbox.flush();
    expect(outbox.items()).toMatchObject([{ state: 'waiting', sentence: expect.stringContaining('网络') }]);
    server.weather = 'fine';
    await outbox.flush();
    expect(outbox.items()).toMatchObject([{ state: 'sent', sentence: null }]);
  });
});

describe('the server acts once', () => {
  test('the answer is lost: the same key goes again, and nothing happens twice', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访'));
    server.weather = 'answer lost';
    await outbox.flush();
    await outbox.flush();
    server.weather = 'fine';
    await telephone.open().flush();
    expect(server.received).toHaveLength(3);
    expect(server.done.size).toBe(1);
    expect(states(outbox)).toEqual(['sent']);
  });

  test('two flushes at once are one', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    outbox.add(visit('二'));
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    expect(server.received).toEqual(['一', '二']);
  });

  test('what has been sent is not sent again', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访'));
    await outbox.flush();
    await outbox.flush();
    expect(server.received).toEqual(['走访']);
  });
});

describe('order', () => {
  test('they go in the order in which they were written, one at a time', async () => {
    const outbox = telephone.open();
    for (const title of ['收到', '走访', '第二次走访']) outbox.add(visit(title));
    await outbox.flush();
    expect(server.received).toEqual(['收到', '走访', '第二次走访']);
    expect(server.mostAtOnce).toBe(1);
  });

  test('when the network breaks, the later ones wait behind the first', async () => {
    const outbox = telephone.open();
    for (const title of ['一', '二', '三']) outbox.add(visit(title));
    server.turns.set('二', 'offline');
    await outbox.flush();
    expect(server.received).toEqual(['一', '二']);
    expect(states(outbox)).toEqual(['sent', 'waiting', 'waiting']);
  });

  test('one written while others are being sent goes in the same run', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    server.beforeAnswer = () => {
      server.beforeAnswer = () => {};
      outbox.add(visit('二'));
    };
    await outbox.flush();
    expect(server.received).toEqual(['一', '二']);
  });

  test('one written at the very end of a run is not forgotten', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    const first = outbox.flush();
    const second = first.then(() => {
      outbox.add(visit('二'));
      return outbox.flush();
    });
    await second;
    expect(states(outbox)).toEqual(['sent', 'sent']);
  });
});

describe('a refusal', () => {
  const refusal = new RefusedError('status-forbids', '案件现在的状态是“已履行”，不能记走访。');

  test('stays visible with its sentence, holds up nobody, and is not sent again by itself', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    outbox.add(visit('二'));
    server.turns.set('一', refusal);
    await outbox.flush();
    await outbox.flush();
    expect(outbox.items()).toMatchObject([
      { state: 'refused', sentence: refusal.message },
      { state: 'sent' },
    ]);
    expect(server.received).toEqual(['一', '二']);
  });

  test('taken back to be corrected it leaves the outbox with its form and photos; the new one has its own key', async () => {
    const outbox = telephone.open();
    const { uuid } = outbox.add(visit('一', ['/user/a.jpg']));
    server.weather = refusal;
    await outbox.flush();
    expect(outbox.take(uuid)).toMatchObject({
      draft: { note: '一' },
      photos: { paths: ['/user/a.jpg'] },
    });
    expect(telephone.files).toContain('/user/a.jpg');
    expect(outbox.items()).toEqual([]);
    server.weather = 'fine';
    expect(outbox.add(visit('改过的')).uuid).not.toBe(uuid);
  });

  test('thrown away it takes its photos with it', async () => {
    const outbox = telephone.open();
    const { uuid } = outbox.add(visit('一', ['/user/a.jpg']));
    await outbox.remove(uuid);
    expect(outbox.items()).toEqual([]);
    expect(telephone.files).not.toContain('/user/a.jpg');
  });

  test('a session that has ended is no refusal: it waits for the person to sign in', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    server.weather = 'signed out';
    await outbox.flush();
    expect(states(outbox)).toEqual(['waiting']);
  });
});

describe('a fault of the server', () => {
  test('is shown as to be retried, with the number to tell the court, and retried by itself', async () => {
    const outbox = telephone.open();
    outbox.add(visit('一'));
    outbox.add(visit('二'));
    server.turns.set('一', 'fault');
    await outbox.flush();
    expect(outbox.items()).toMatchObject([
      { state: 'failed', sentence: expect.stringContaining('run_00000001') },
      { state: 'waiting' },
    ]);
    server.turns.clear();
    await outbox.flush();
    expect(states(outbox)).toEqual(['sent', 'sent']);
  });

  test('after three faults it no longer holds up the others, until a person retries it', async () => {
    const outbox = telephone.open();
    const { uuid } = outbox.add(visit('一'));
    outbox.add(visit('二'));
    server.turns.set('一', 'fault');
    for (let i = 0; i < 4; i++) await outbox.flush();
    expect(states(outbox)).toEqual(['failed', 'sent']);
    expect(server.received.filter((title) => title === '一')).toHaveLength(3);
    server.turns.clear();
    await outbox.retry(uuid);
    expect(states(outbox)).toEqual(['sent', 'sent']);
  });
});

test('what fails on the telephone itself is tried once a run, and holds up nobody', async () => {
  const outbox = telephone.open();
  outbox.add(visit('一'));
  outbox.add(visit('二'));
  server.turns.set('一', new RangeError('unforeseen'));
  await outbox.flush();
  expect(server.received).toEqual(['一', '二']);
  expect(states(outbox)).toEqual(['failed', 'sent']);
});

describe('photos', () => {
  test('travel before the submission, whose input names them; afterwards the telephone lets them go', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访', ['/user/a.jpg', '/user/b.jpg']));
    await outbox.flush();
    expect([...server.done.values()]).toEqual([
      { outcome: 'willing', note: '走访', fileIds: ['file_1', 'file_2'] },
    ]);
    expect(telephone.files.size).toBe(0);
  });

  test('one that has arrived is not sent again, so a repeat carries the very same input', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访', ['/user/a.jpg', '/user/b.jpg']));
    server.weather = 'answer lost';
    await outbox.flush();
    server.weather = 'fine';
    await telephone.open().flush();
    expect(server.uploads).toEqual(['/user/a.jpg', '/user/b.jpg']);
    expect(server.done.get('uuid-1')).toMatchObject({ fileIds: ['file_1', 'file_2'] });
  });

  test('a photo that the telephone has lost is said, and asked for again', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访', ['/user/gone.jpg']));
    await outbox.flush();
    expect(outbox.items()).toMatchObject([{ state: 'refused', sentence: expect.stringContaining('照片') }]);
    expect(server.received).toEqual([]);
  });
});

describe('whose it is', () => {
  test('another person on the same telephone neither sees nor sends it', async () => {
    const outbox = telephone.open();
    outbox.add(visit('联络员的'));
    telephone.account = 'acc_obligor01';
    await outbox.flush();
    expect(outbox.items()).toEqual([]);
    expect(server.received).toEqual([]);
    telephone.account = 'acc_liaison01';
    await outbox.flush();
    expect(server.received).toEqual(['联络员的']);
  });

  test('signed out while its photos travel, it is not sent under the next person’s name', async () => {
    const outbox = telephone.open();
    outbox.add(visit('走访', ['/user/a.jpg']));
    const flushing = outbox.flush();
    telephone.account = 'acc_obligor01';
    await flushing;
    expect(server.received).toEqual([]);
  });

  test('thrown away while its photos travel, it is not sent', async () => {
    const outbox = telephone.open();
    const { uuid } = outbox.add(visit('走访', ['/user/a.jpg']));
    const flushing = outbox.flush();
    await outbox.remove(uuid);
    await flushing;
    expect(server.received).toEqual([]);
    expect(outbox.items()).toEqual([]);
  });
});

test('the last twenty that were sent stay to be looked at; older ones go', async () => {
  const outbox = telephone.open();
  for (let i = 1; i <= 25; i++) outbox.add(visit(`第${i}次`));
  await outbox.flush();
  expect(outbox.items().map((item) => item.title)).toEqual(
    Array.from({ length: 20 }, (_, i) => `第${i + 6}次`),
  );
});
