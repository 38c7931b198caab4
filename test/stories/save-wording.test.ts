import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { createCounty } from '../county';
import { auditOf, type County, faithful, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('wordings').execute();
  world.sms.sent.length = 0;
});

const judge = () => faithful(world, county.judge);
const OWN = '您的案件已进入执前督促，请凭查询码{code}查看，编号{task}。';
const save = (body: string) =>
  judge().does('save-wording', { template: 'started-obligor', channel: 'sms', body });

describe('a court says it in its own words', () => {
  test('from now on they leave, with the signature, how to verify, and their version', async () => {
    const { version, preview } = await save(OWN);
    expect(version).toBe(1);
    expect(preview?.text).toMatch(/^【青溪县人民法院】您的案件已进入执前督促/);
    const { caseId } = await supervisedCase(world, county);
    await runSweep(world.app);
    const sent = world.sms.sent.find(({ template }) => template === 'started-obligor')!;
    expect(sent.text).toContain('您的案件已进入执前督促');
    expect(sent.text).toContain('12368');
    const notice = await world.db
      .selectFrom('notices')
      .select(['template', 'template_version'])
      .where('case_id', '=', caseId)
      .where('audience', '=', 'obligor')
      .executeTakeFirstOrThrow();
    expect(notice).toEqual({ template: 'started-obligor', template_version: 1 });
    expect((await auditOf(world, 'court')).map(({ action }) => action)).toContain('save-wording');
  });

  test('an empty one takes ours back, and the next own one has the next number', async () => {
    await save(OWN);
    expect(await save('')).toMatchObject({ version: 2 });
    const listed = async () =>
      (await judge().does('list-wordings', {})).wordings.find(
        ({ template, channel }) => template === 'started-obligor' && channel === 'sms',
      )!;
    expect(await listed()).toMatchObject({ own: null, reader: 'obligor', phase: 'before-filing' });
    expect(await save(OWN)).toMatchObject({ version: 3 });
    expect(await listed()).toMatchObject({ own: { body: OWN, version: 3, savedBy: '周明' } });
  });
});

describe('what may not leave is refused when it is saved', () => {
  const WRONG: [string, string, string][] = [
    ['too long for three messages', `${'请尽快办理。'.repeat(30)}{code}{task}`, '三条短信'],
    ['an item that this message has not', `${OWN}{amount}`, '{amount}'],
    ['a threat', `${OWN}否则后果自负。`, '威胁'],
    ['an amount', `${OWN}请付5000元。`, '不写金额'],
    ['a word of enforcement', `被执行人请注意，${OWN}`, '执行措施'],
    ['somebody else’s number', `${OWN}请打13900000000。`, '手机号码'],
    ['a link', `${OWN}https://example.test/pay?x=1`, '链接'],
  ];
  test.each(WRONG)('%s', async (_, body, words) => {
    await expect(save(body)).rejects.toThrow(words);
    const shown = await judge().does('preview-wording', {
      template: 'started-obligor',
      channel: 'sms',
      body,
    });
    expect(shown.problems.join('')).toContain(words);
    expect(await world.db.selectFrom('wordings').selectAll().execute()).toEqual([]);
  });

  test('a message that there is not, and people who may not', async () => {
    const body = OWN;
    await expect(
      judge().does('save-wording', { template: 'no-such-thing', channel: 'sms', body }),
    ).rejects.toMatchObject({ code: 'wording-unknown' });
    await expect(
      faithful(world, county.clerk).does('save-wording', {
        template: 'started-obligor',
        channel: 'sms',
        body,
      }),
    ).rejects.toMatchObject({ code: 'not-for-your-role' });
    expect((await faithful(world, county.clerk).does('list-wordings', {})).mayChange).toBe(false);
  });
});

test('another court keeps our sentence', async () => {
  await save(OWN);
  const { judge: elsewhere } = await createCounty(world, 'court_elsewhere');
  const { wordings, place } = await faithful(world, elsewhere).does('list-wordings', {});
  expect(wordings.filter(({ own }) => own)).toEqual([]);
  expect(wordings.length).toBeGreaterThan(20);
  expect(place.site).toBe('http://zhiqian.test');
});
