import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { supervisedCase } from '../party-stories';
import { createAdmin } from '../staff';
import { createWorld, type World } from '../world';

/** Whoever looks at a sealed field leaves a line that says at whose and at which. */
const SERVER = join(import.meta.dirname, '../../cloudfunctions/server');

describe('a sealed value is opened', () => {
  /** Everything else goes through `context.openSealed`. */
  const OPENS_WITHOUT = new Map([
    ['opened.ts', 'the one place that counts'],
    ['sealed-compare.ts', 'compares, and shows nobody'],
    ['perform.ts', 'the caller’s own answer, given once more'],
    ['credentials.ts', 'the caller’s own one-time passwords'],
    ['actions/confirm-totp.ts', 'likewise'],
    ['files.ts', 'whole files, whose addresses are audited'],
    ['key-rotation/reseal.ts', 'the rotation, with a line of its own'],
    ['imports/batch.ts', 'a list under way, with lines of its own'],
    ['imports/change.ts', 'compares, and shows nobody'],
    ['sweeps/letters.ts', 'sends, and the delivery is audited'],
    ['actions/list-chat-groups.ts', 'the addresses of groups, which are nobody’s'],
    ['chat/claim.ts', 'sends, and the delivery is audited'],
    ['chat/posts.ts', 'sends, and the delivery is audited'],
    ['sweeps/ask-carriers.ts', 'asks the carrier, and what it says is audited'],
    ['sweeps/ring-people.ts', 'sends that something waits, to staff and followers'],
    // What citizens tell: each action of the desk leaves a line of its own, the tipster himself none.
    ['tips/rows.ts', 'read-tip, dispatch-tip and the tipster’s own look'],
    ['tips/messages.ts', 'likewise'],
    ['tips/errands.ts', 'read-tip, and list-errands of the officer who was sent'],
    ['actions/read-tip.ts', 'with a line of its own'],
    ['actions/open-tip.ts', 'the tipster’s own'],
    ['actions/list-rewards.ts', 'objections, with a line of its own'],
    ['audit-proof/tips.ts', 'compares, and shows nobody'],
    ['sweeps/check-tips.ts', 'the platform’s check, which is asked for nobody'],
    ['rewards/tipster.ts', 'open-tipster, on two people’s word, with a line of its own'],
  ]);

  test('only where it is told to the audit, or here with the reason why not', () => {
    const openers = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) =>
        /[vV]ault\.open\(|\{[^}]*\bopen\b[^}]*\} = .*vault|vault\[/.test(
          readFileSync(join(SERVER, path), 'utf8'),
        ),
      );
    expect(openers.filter((path) => !OPENS_WITHOUT.has(path))).toEqual([]);
    const stale = [...OPENS_WITHOUT.keys()].filter((path) => path !== 'opened.ts' && !openers.includes(path));
    expect(stale).toEqual([]);
  });
});

describe('who looks is remembered', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  let one: Awaited<ReturnType<typeof supervisedCase>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
    one = await supervisedCase(world, county);
  });
  afterAll(() => world.close());

  /** The lines that this call added. */
  async function linesOf(call: () => Promise<unknown>) {
    const all = () =>
      world.db.selectFrom('audit_lines').select(['hash', 'subject', 'actor', 'action', 'facts']).execute();
    const before = new Set((await all()).map(({ hash }) => hash));
    await call();
    const added = (await all()).filter(({ hash }) => !before.has(hash));
    return added.map(({ hash: _hash, facts, ...line }) => ({ ...line, facts: facts as object }));
  }

  test('a judge at a case: both parties, in the line of his look', async () => {
    const judge = await world.as(county.judge);
    const lines = await linesOf(() => judge.does('get-case', { caseId: one.caseId }));
    expect(lines).toEqual([
      {
        subject: one.caseId,
        actor: county.judge,
        action: 'get-case',
        facts: {
          openedOf: [one.obligorPartyId, one.obligeePartyId].sort(),
          openedFields: ['household_address', 'id_number', 'phone'],
        },
      },
    ]);
  });

  test('a liaison who reveals a number, with the reason that he gave', async () => {
    const task = await world.db
      .selectFrom('tasks')
      .select('task_id')
      .where('case_id', '=', one.caseId)
      .where('role', '=', 'village-liaison')
      .executeTakeFirstOrThrow();
    const taskId = task.task_id;
    const liaison = await world.as(county.villageLiaison);
    const lines = await linesOf(() => liaison.does('reveal-contact', { taskId, reason: 'check-number' }));
    const partyId = one.obligorPartyId;
    const opened = { openedOf: [partyId], openedFields: ['phone'] };
    const revealId = expect.stringMatching(/^reveal_/);
    expect(lines.map(({ facts }) => facts)).toEqual([
      { revealId, taskId, partyId, field: 'phone', reason: 'check-number', ...opened },
    ]);
  });

  test('an administrator at the list of accounts, though a look at it leaves no line of itself', async () => {
    const admin = await createAdmin(world);
    const lines = await linesOf(() => admin.does('list-accounts', { search: '' }));
    expect(lines).toMatchObject([
      { subject: 'court', action: 'list-accounts', facts: { openedFields: ['phone'] } },
    ]);
  });

  test('nobody, where a list is shown without anything that is sealed', async () => {
    const judge = await world.as(county.judge);
    const lines = await linesOf(() => judge.does('list-cases', {}));
    expect(lines.filter(({ facts }) => 'openedOf' in facts)).toEqual([]);
  });
});
