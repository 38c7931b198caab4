import { beforeEach, describe, expect, test } from 'vitest';
import { FaultError, OfflineError, RefusedError } from '../../miniprogram/src/errors';
import type { Storage } from '../../miniprogram/src/platform/platform';
import { taroStorage as storage } from '../../miniprogram/src/platform/storage';
import { createQuery } from '../../miniprogram/src/query-core';
import { forgetEverything } from './taro';

interface Tasks {
  tasks: string[];
}

let answer: () => Promise<Tasks>;
let clock = '2026-03-05T01:02:00.000Z';
const listed = async () => ({ tasks: ['张某某'] });
const fails = (error: Error) => async () => {
  throw error;
};

const open = (cacheKey: string | null = 'cache:tasks', telephone: Storage = storage) =>
  createQuery<Tasks>({
    cacheKey,
    storage: telephone,
    now: () => new Date(clock),
    read: () => answer(),
    isEmpty: (data) => data.tasks.length === 0,
  });

beforeEach(() => {
  forgetEverything();
  answer = listed;
  clock = '2026-03-05T01:02:00.000Z';
});

/** Somebody read the tasks yesterday on this telephone. */
async function readYesterday() {
  clock = '2026-03-04T01:02:00.000Z';
  await open().load();
  clock = '2026-03-05T01:02:00.000Z';
}

describe('the four branches', () => {
  test('before the first answer it is loading', () => {
    expect(open().get()).toEqual({ state: 'loading' });
  });

  test('with something to show it is ready, and says when it was read', async () => {
    const query = open();
    await query.load();
    expect(query.get()).toMatchObject({
      state: 'ready',
      data: { tasks: ['张某某'] },
      readAt: clock,
      stale: false,
    });
  });

  test('with nothing to show it is empty', async () => {
    answer = async () => ({ tasks: [] });
    const query = open();
    await query.load();
    expect(query.get()).toEqual({ state: 'empty' });
  });

  test.each([
    ['no network', new OfflineError(), '没有连上网络'],
    ['a fault', new FaultError('run_1'), 'run_1'],
    [
      'a refusal',
      new RefusedError('x', '没有找到这件事，请从首页重新进入。'),
      '没有找到这件事，请从首页重新进入。',
    ],
    ['something unforeseen', new TypeError('undefined is not a function'), '这一步没有办成'],
  ])('after %s it has failed, with a sentence for people', async (_, error, words) => {
    answer = fails(error);
    const query = open();
    await query.load();
    expect(query.get()).toMatchObject({ state: 'failed', sentence: expect.stringContaining(words) });
    expect(JSON.stringify(query.get())).not.toContain('undefined is not');
  });

  test('retried after a failure it shows that it is trying, then what came', async () => {
    answer = fails(new OfflineError());
    const query = open();
    await query.load();
    answer = listed;
    const retrying = query.load();
    expect(query.get()).toEqual({ state: 'loading' });
    await retrying;
    expect(query.get()).toMatchObject({ state: 'ready' });
  });
});

describe('what was read last time', () => {
  test('shows first, marked with its time, until the server has answered', async () => {
    await readYesterday();
    const query = open();
    expect(query.get()).toMatchObject({ state: 'ready', readAt: '2026-03-04T01:02:00.000Z', stale: true });
    await query.load();
    expect(query.get()).toMatchObject({ state: 'ready', readAt: clock, stale: false });
  });

  test('stays without a network', async () => {
    await readYesterday();
    answer = fails(new OfflineError());
    const query = open();
    await query.load();
    expect(query.get()).toMatchObject({ state: 'ready', data: { tasks: ['张某某'] }, stale: true });
  });

  test('goes when the court says it is no longer his to see', async () => {
    await readYesterday();
    answer = fails(new RefusedError('not-found-or-not-yours', '没有找到这件事。'));
    const query = open();
    await query.load();
    expect(query.get()).toEqual({ state: 'failed', sentence: '没有找到这件事。' });
    expect(open().get()).toEqual({ state: 'loading' });
  });

  test('a full telephone keeps nothing for later, but shows what has come', async () => {
    const full = {
      ...storage,
      set: () => {
        throw new Error('exceed storage max size 10Mb');
      },
    };
    const query = open('cache:tasks', full);
    await query.load();
    expect(query.get()).toMatchObject({ state: 'ready', data: { tasks: ['张某某'] } });
  });

  test('papers leave nothing on the telephone', async () => {
    await open(null).load();
    expect(storage.keys()).toEqual([]);
  });
});

describe('several readings', () => {
  test('an older answer that comes late does not replace the newer', async () => {
    let finishFirst: (data: Tasks) => void = () => {};
    answer = () => new Promise((resolve) => (finishFirst = resolve));
    const query = open();
    const first = query.load();
    answer = async () => ({ tasks: ['新的'] });
    await query.load();
    finishFirst({ tasks: ['旧的'] });
    await first;
    expect(query.get()).toMatchObject({ data: { tasks: ['新的'] } });
  });

  test('a page that opens is also shown: that is one reading, coming back is another', async () => {
    let readings = 0;
    answer = async () => {
      readings += 1;
      return { tasks: [] };
    };
    const query = open();
    await Promise.all([query.load(), query.refresh()]);
    expect(readings).toBe(1);
    await query.refresh();
    expect(readings).toBe(2);
  });
});
