import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexOfCode, keepAccessCodes } from '../../cloudfunctions/server/access-codes';
import { createCase, createCounty, createParty } from '../county';
import { createWorld, type World } from '../world';
import { Dice } from './strange-requests';

/**
 * Whether a case, a code or a number exists cannot be told from how long the answer takes: of 600 tries, hits and misses
 * mixed, which is all that ten addresses may try in a day, the ranks of the times say nothing. Chance alone goes over the bound once in fifteen thousand runs.
 */

const TRIES = 600;
const MOST_Z = 4;

let world: World;
let partyId: string;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  await createCounty(world);
  const { caseId } = await createCase(world);
  for (let i = 0; i < TRIES / 2; i++)
    await createParty(world, caseId, 'obligor', '孙大海', phoneOf(i), ID, null);
  const one = await world.db.selectFrom('parties').select('party_id').executeTakeFirstOrThrow();
  partyId = one.party_id;
  const codes = Array.from({ length: TRIES / 2 }, (_, i) => ({
    courtId: 'court_qingxi',
    index: indexOfCode(world, codeOf(i)),
    partyId,
    noticeId: null,
  }));
  await keepAccessCodes(world.db, codes, world.app.now());
  // As autovacuum does in life: without statistics a table that is there is read from end to end.
  await sql`analyze`.execute(world.db);
});
afterAll(() => world.close());

const ID = '99999919800101004X';
const phoneOf = (nth: number) => `1990001${String(nth).padStart(4, '0')}`;
const noPhoneOf = (nth: number) => `1990002${String(nth).padStart(4, '0')}`;
const codeOf = (nth: number) => `1000${String(nth).padStart(4, '0')}`;
const noCodeOf = (nth: number) => `2000${String(nth).padStart(4, '0')}`;

type Ask = (nth: number, from: string) => Promise<unknown>;

/** The times of both, asked in turn, now this one first and now the other; and all that was said. */
async function timesOf(hit: Ask, miss: Ask) {
  const dice = new Dice(11);
  const times = { hit: [] as number[], miss: [] as number[] };
  const said = new Set<string>();
  for (let nth = -20; nth < TRIES / 2; nth++) {
    const pair: ('hit' | 'miss')[] = dice.next() < 0.5 ? ['hit', 'miss'] : ['miss', 'hit'];
    for (const which of pair) {
      const from = `10.${which === 'hit' ? 1 : 2}.${(nth + 20) >> 8}.${(nth + 20) & 255}`;
      const start = performance.now();
      const answer = await (which === 'hit' ? hit : miss)(Math.max(0, nth), from);
      // The first ones warm the machine.
      if (nth >= 0) times[which].push(performance.now() - start);
      said.add(JSON.stringify(answer));
    }
  }
  return { times, said: [...said] };
}

/** Mann and Whitney's U as a number of standard deviations from what chance expects. */
function zOf(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((time) => ({ time, isA: true })), ...b.map((time) => ({ time, isA: false }))];
  all.sort((one, other) => one.time - other.time);
  const ranks = all.reduce((sum, { isA }, at) => sum + (isA ? at + 1 : 0), 0);
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  return (u - mean) / Math.sqrt((mean * (a.length + b.length + 1)) / 6);
}

const tell = (attempt: Promise<unknown>) => attempt.catch(({ code, message }) => ({ code, message }));

describe('hit and miss take as long and say the same', () => {
  test('asking for a code', async () => {
    const ask = (phone: string, from: string) =>
      tell(world.anybody.does('request-access-code', { phone, idLast6: ID.slice(-6) }, { from }));
    const { times, said } = await timesOf(
      (nth, from) => ask(phoneOf(nth), from),
      (nth, from) => ask(noPhoneOf(nth), from),
    );
    expect(said).toHaveLength(1);
    expect(Math.abs(zOf(times.hit, times.miss))).toBeLessThan(MOST_Z);
  });

  test('trying a code with an ID that is not its own', async () => {
    const claim = (code: string, from: string) =>
      tell(world.anybody.does('claim-access', { code, idLast6: '999999' }, { from }));
    const { times, said } = await timesOf(
      (nth, from) => claim(codeOf(nth), from),
      (nth, from) => claim(noCodeOf(nth), from),
    );
    expect(said).toHaveLength(1);
    expect(Math.abs(zOf(times.hit, times.miss))).toBeLessThan(MOST_Z);
  });

  test('a difference of a twentieth would be seen', () => {
    const dice = new Dice(3);
    const some = (more: number) =>
      Array.from({ length: TRIES / 2 }, () => (5 + dice.next() + dice.next()) * more);
    expect(Math.abs(zOf(some(1), some(1)))).toBeLessThan(MOST_Z);
    expect(Math.abs(zOf(some(1), some(1.05)))).toBeGreaterThan(MOST_Z);
  });
});
