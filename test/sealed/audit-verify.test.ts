import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendAudit, hashLine } from '../../cloudfunctions/server/audit';
import { anchorAudit } from '../../cloudfunctions/server/audit-proof/anchor-audit';
import { type Anchor, diskAnchors, merkleRoot } from '../../cloudfunctions/server/audit-proof/anchors';
import { verifyAudit } from '../../cloudfunctions/server/audit-proof/verify-audit';
import { createWorld, type World } from '../world';

/** Whoever has the whole database in his hands changes the audit, and is found. */
let world: World;
const file = join(tmpdir(), `zhiqian-anchors-${process.pid}-${Date.now()}.jsonl`);
const anchors = diskAnchors(file);
const CHAIN = 'case_tampered';
let anchorText: string;

const verify = (subject?: string) => verifyAudit(world.db, anchors, subject);
const statement = (text: string) => sql.raw(text).execute(world.db);

beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  world.app.anchors = anchors;
  await statement(`insert into courts (court_id, name, county, phone) values ('court_a', '甲', '甲', '1')`);
  for (const subject of ['case_before', CHAIN, 'court']) await write(subject, 5);
  await anchorAudit(world.app);
  world.setNow('2026-03-03T01:00:00Z');
  await write(CHAIN, 2);
  await anchorAudit(world.app);
  await write(CHAIN, 1);
  await statement('create table kept_lines as table audit_lines');
  await statement('create table kept_anchors as table audit_anchors');
  anchorText = await readFile(file, 'utf8');
});
afterAll(() => world.close());

beforeEach(async () => {
  await statement('alter table audit_lines disable trigger user');
  await statement('alter table audit_anchors disable trigger user');
  await statement('delete from audit_lines; insert into audit_lines select * from kept_lines');
  await statement('delete from audit_anchors; insert into audit_anchors select * from kept_anchors');
  await writeFile(file, anchorText);
});

async function write(subject: string, lines: number): Promise<void> {
  for (let nth = 0; nth < lines; nth += 1) {
    await world.db.transaction().execute((tx) =>
      appendAudit(tx, {
        courtId: 'court_a',
        subject,
        at: world.app.now(),
        actor: 'account_a',
        action: 'did-something',
        facts: { nth, list: ['一', '二'] },
      }),
    );
  }
}

const at = (seq: string) => `court_id = 'court_a' and subject = '${CHAIN}' and seq ${seq}`;

/** Everything from a line on, written anew with hashes that are right. */
async function writeAnewFrom(seq: number, facts: object): Promise<void> {
  const lines = await world.db
    .selectFrom('audit_lines')
    .selectAll()
    .where('subject', '=', CHAIN)
    .orderBy('seq')
    .execute();
  let previous = lines[seq - 2]!.hash;
  for (const line of lines.slice(seq - 1)) {
    const said = {
      courtId: line.court_id,
      subject: CHAIN,
      at: line.at,
      actor: line.actor,
      action: line.action,
      facts: (line.seq === seq ? facts : line.facts) as never,
    };
    const hash = hashLine(said, line.seq, previous);
    await world.db
      .updateTable('audit_lines')
      .set({ facts: JSON.stringify(said.facts), previous_hash: previous, hash })
      .where('subject', '=', CHAIN)
      .where('seq', '=', line.seq)
      .execute();
    previous = hash;
  }
}

test('an audit that nobody touched holds, all of it and one chain alone', async () => {
  expect(await verify()).toEqual({
    chains: 3,
    lines: 18,
    tips: 0,
    anchored: 3,
    breaks: [],
    anchorProblems: [],
  });
  expect(await verify(CHAIN)).toMatchObject({ chains: 1, lines: 8, anchored: 1, breaks: [] });
});

describe('the first broken link is named when', () => {
  const shift = `update audit_lines set seq = seq + 1000 where ${at('>= 3')};`;
  const cases: [string, string, number, RegExp][] = [
    [
      'facts are changed',
      `update audit_lines set facts = '{"nth":9}' where ${at('= 3')}`,
      3,
      /not what was written/,
    ],
    [
      'the actor is changed',
      `update audit_lines set actor = 'account_b' where ${at('= 3')}`,
      3,
      /not what was written/,
    ],
    [
      'the moment is changed by a breath',
      `update audit_lines set at = at + interval '1 microsecond' where ${at('= 3')}`,
      3,
      /not what was written/,
    ],
    ['a line is removed', `delete from audit_lines where ${at('= 3')}`, 4, /line 3 is missing/],
    [
      'the first lines are removed',
      `delete from audit_lines where ${at('< 4')}`,
      4,
      /lines 1 to 3 are missing/,
    ],
    [
      'a line is put in',
      `${shift} update audit_lines set seq = seq - 999 where ${at('> 1000')};
       insert into audit_lines select court_id, subject, 3, at, 'account_b', action, facts, previous_hash, hash
       from audit_lines where ${at('= 2')}`,
      3,
      /not what was written/,
    ],
    [
      'two lines change places',
      `update audit_lines set seq = 1003 where ${at('= 3')}; update audit_lines set seq = 3 where ${at('= 4')};
       update audit_lines set seq = 4 where ${at('= 1003')}`,
      3,
      /not what was written/,
    ],
    [
      'a line is removed and those after it move up',
      `delete from audit_lines where ${at('= 3')}; update audit_lines set seq = seq - 1 where ${at('> 3')}`,
      3,
      /not what was written/,
    ],
    [
      'the end is cut off',
      `delete from audit_lines where ${at('> 5')}`,
      6,
      /2026-03-03 the chain went on to line 7/,
    ],
    ['the whole chain is gone', `delete from audit_lines where subject = '${CHAIN}'`, 1, /end was cut off/],
  ];

  test.each(cases)('%s', async (_what, tampering, seq, problem) => {
    await statement(tampering);
    const { breaks } = await verify();
    expect(breaks).toEqual([
      { courtId: 'court_a', subject: CHAIN, seq, problem: expect.stringMatching(problem) },
    ]);
    expect((await verify(CHAIN)).breaks).toEqual(breaks);
    expect((await verify('case_before')).breaks).toEqual([]);
  });

  test('what came after the last anchor is written anew: not before the next anchor, but for good after it', async () => {
    world.setNow('2026-03-03T09:00:00Z');
    await writeAnewFrom(8, { nth: 77 });
    expect((await verify()).breaks).toEqual([]);
    world.setNow('2026-03-04T01:00:00Z');
    await anchorAudit(world.app);
    await writeAnewFrom(8, { nth: 78 });
    expect((await verify()).breaks).toMatchObject([{ subject: CHAIN, seq: 8 }]);
  });

  test('everything from a line on is written anew with proofs that fit: the anchors tell', async () => {
    await writeAnewFrom(4, { nth: 77 });
    expect((await verify()).breaks).toMatchObject([
      { subject: CHAIN, seq: 7, problem: expect.stringContaining('written anew') },
    ]);
  });
});

describe('the anchors', () => {
  test('hold of each day only what grew, and the root of all', async () => {
    const [first, second] = anchorText
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Anchor);
    expect(first).toMatchObject({ day: '2026-03-02', chains: 3, previous: '' });
    expect(second!.heads.map(([, subject, seq]) => [subject, seq])).toEqual([[CHAIN, 7]]);
    const all = [...first!.heads.filter(([, subject]) => subject !== CHAIN), ...second!.heads];
    expect(second!.root).toBe(merkleRoot(all));
    expect(merkleRoot([...all].reverse())).toBe(second!.root);
  });

  test('are written once a day, however often and by however many', async () => {
    world.setNow('2026-03-04T01:00:00Z');
    const done = await Promise.all([anchorAudit(world.app), anchorAudit(world.app), anchorAudit(world.app)]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(3);
    expect(await verify()).toMatchObject({ breaks: [], anchorProblems: [] });
  });

  test.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'changed',
      ([one, two]) => [one!.replace('"chains":3', '"chains":4'), two!],
      /line 2 .* does not follow/,
    ],
    [
      'changed in a head of the last day',
      ([one, two]) => [one!, two!.replace(`${CHAIN}",7`, `${CHAIN}",6`)],
      /line 2 .* does not have the root/,
    ],
    ['removed at the beginning', ([, two]) => [two!], /does not follow/],
    ['removed at the end', ([one]) => [one!], /the file has no anchor of 2026-03-03/],
    ['all gone', () => [], /the file has no anchor of 2026-03-02/],
  ])('are tried themselves: a line %s is told', async (_what, change, problem) => {
    const lines = change(anchorText.trim().split('\n'));
    await writeFile(file, lines.map((line) => `${line}\n`).join(''));
    expect((await verify()).anchorProblems.join('; ')).toMatch(problem);
  });

  test('agree with what the database noted of them', async () => {
    await statement(`update audit_anchors set root = 'x' where day = '2026-03-02'`);
    await statement(`delete from audit_anchors where day = '2026-03-03'`);
    expect((await verify()).anchorProblems).toEqual([
      'the database has lost its note of 2026-03-03',
      'file and database do not agree on 2026-03-02',
    ]);
  });

  test('outlive a writer that died in mid-line', async () => {
    await writeFile(file, `${anchorText}{"day":"2026-03-`);
    world.setNow('2026-03-05T01:00:00Z');
    expect(await anchorAudit(world.app)).toBe(true);
    expect(await verify()).toMatchObject({ breaks: [], anchorProblems: [] });
  });
});

describe('nobody changes the audit from within', () => {
  const deeds = ["update audit_lines set actor = 'x'", 'delete from audit_lines', 'truncate audit_lines'];

  test.each(deeds)('the trigger refuses the owner: %s', async (deed) => {
    await statement('alter table audit_lines enable trigger user');
    await expect(statement(deed)).rejects.toThrow('append-only');
  });

  test.each(deeds)('whoever serves requests has no such right: %s', async (deed) => {
    const asServer = world.db.transaction().execute(async (tx) => {
      await sql`set local role zhiqian_app`.execute(tx);
      await sql.raw(deed).execute(tx);
    });
    await expect(asServer).rejects.toThrow('permission denied');
  });
});
