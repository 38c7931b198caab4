import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../cloudfunctions/server/app';
import { perform } from '../../cloudfunctions/server/perform';
import { type ActionName, actions } from '../../shared/actions';
import { ACCESS, mayCall } from '../../shared/cases/access';
import { createWorld, type World } from '../world';
import { thatForgets } from './forgetting';
import { CASES, type Country, createCountry, type Persona, type WhichCase } from './people';
import { TIPSTER, TOLD } from './tips-of-cases';

/** Every kind of person, at everything that has to do with tips, and at every export: who learns what. */

let world: World;
let country: Country;
let app: App;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  country = await createCountry(world);
  app = { ...world.app, db: thatForgets(world.db) };
});
afterAll(() => world.close());

const OF_TIPS = (Object.keys(actions) as ActionName[]).filter((name) =>
  ['door', 'tips', 'errands', 'identity'].includes(ACCESS[name].about),
);
const courtOf = ({ his }: Persona) => (his.includes('other court') ? 'court_baiyun' : 'court_qingxi');

async function ask(persona: Persona, action: ActionName, input: object) {
  const { accountId } = persona;
  const session = accountId ? { courtId: courtOf(persona), accountId } : null;
  return perform(app, { action, input }, { session, openid: null, clientAddress: '192.0.2.1' });
}

/** How each is asked of one case's tip. */
function inputOf(action: ActionName, which: WhichCase): object {
  const { tipId, errandId, openingId, rewardId, tipNumber, caseId, obligor } = country.cases[which];
  const common = {
    tipId,
    errandId,
    openingId,
    rewardId,
    tipNumber,
    number: tipNumber,
    caseId,
    accountId: obligor,
  };
  const words = { words: '请说明情况', reason: '核对过情况', note: '说明', answer: '经复核决定' };
  const own: Partial<Record<ActionName, object>> = {
    'decide-tip': { decision: 'refuse', reason: 'too-vague' },
    'block-tip-sender': { days: 1 },
    'dispatch-tip': { place: '砖厂后门' },
    'answer-errand': { answer: 'take' },
    'report-errand': { outcome: 'nothing-found' },
    'ask-tipster-opening': { reason: 'pay' },
    'decide-tipster-opening': { decision: 'granted' },
    'decide-reward': { decision: 'approve' },
    'answer-reward-dispute': { upheld: false },
    'release-payee': { document: '（2026）浙9999执1号' },
    'pay-reward': { paidDay: '2026-03-02', reference: '20260302001' },
    'exclude-payee': { exclusion: 'agent' },
    'find-tip-cases': { search: country.cases[which].caseNumber },
    'propose-reward': { realized: 100_000, basis: '款项到账' },
    'save-duty': { what: 'remove', shiftId: 'shift_00000000' },
  };
  return { ...common, ...words, ...own[action] };
}

const TOLD_OF = [TOLD.words, TOLD.place];
const WHO = [TIPSTER.name, TIPSTER.idNumber, TIPSTER.phone, TIPSTER.bankAccount];
const holds = (said: string, marks: readonly string[]) => marks.some((mark) => said.includes(mark));

describe('an action of tips is done only by those whom the table names', () => {
  test.each(OF_TIPS)('%s', async (action) => {
    const wrong: string[] = [];
    for (const persona of country.people) {
      const may = mayCall(action, new Set(persona.role ? [persona.role] : []));
      for (const which of CASES) {
        const answer = await ask(persona, action, inputOf(action, which));
        if ('fault' in answer) wrong.push(`${persona.name}, ${which}: a fault`);
        const code = 'refusal' in answer ? answer.refusal.code : 'done';
        const isKept = code === 'not-for-your-role' || code === 'sign-in-first';
        if (isKept === may) wrong.push(`${persona.name}, ${which}: ${code}`);
        const isStrange = (which === 'other court') !== persona.his.includes('other court');
        const said = JSON.stringify(answer);
        // Nobody of one court learns anything of another's.
        if (isStrange && holds(said, TOLD_OF) && action !== 'list-errands')
          wrong.push(`${persona.name} reads a tip of ${which}`);
        if (holds(said, WHO)) wrong.push(`${persona.name} reads who gave the tip of ${which}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the debtor’s side, liaisons, and whoever else is not meant', () => {
  const isMeant = ({ role }: Persona) => role === 'tip-desk' || role === 'chief' || role === 'officer';
  const others = (Object.keys(actions) as ActionName[]).filter((name) => !OF_TIPS.includes(name));

  test('learn from no other action that a tip exists, from exports neither', async () => {
    const wrong: string[] = [];
    const marks = [...TOLD_OF, ...WHO, ...CASES.flatMap((which) => [country.cases[which].tipId])];
    for (const persona of country.people) {
      for (const action of others) {
        const { caseId, obligorPartyId, tasks, fileId } = country.cases[persona.his[0] ?? 'own'];
        const taskId = tasks[persona.role as keyof typeof tasks] ?? tasks['village-liaison'];
        const input = { caseId, partyId: obligorPartyId, taskId, fileId };
        const said = JSON.stringify(await ask(persona, action, input));
        if (holds(said, marks)) wrong.push(`${persona.name} by ${action}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('see no row of them in the database, though a handler forgot to ask', async () => {
    const tables = ['tips', 'tip_messages', 'tip_photos', 'tipsters', 'tip_checks', 'clues', 'tip_errands'];
    tables.push('tipster_openings', 'rewards', 'tip_exclusions');
    const wrong: string[] = [];
    await world.db.transaction().execute(async (tx) => {
      await sql`select set_config('zhiqian.court', 'court_qingxi', true), set_config('zhiqian.sees', 'court', true),
          set_config('zhiqian.tips', '', true), set_config('role', 'zhiqian_app', true)`.execute(tx);
      for (const table of tables) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          tx,
        );
        if (rows[0]!.n > 0) wrong.push(table);
      }
      await sql`select set_config('zhiqian.tips', 'tips', true)`.execute(tx);
      for (const table of ['tipsters', 'tip_checks', 'tipster_openings']) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          tx,
        );
        if (rows[0]!.n > 0) wrong.push(`${table}, to the desk`);
      }
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from tips`.execute(tx);
      if (rows[0]!.n === 0) wrong.push('tips are hidden from the desk itself');
    });
    expect(wrong).toEqual([]);
  });

  test('and those who are meant read what was told, and who told it nobody of them', async () => {
    for (const persona of country.people.filter((one) => isMeant(one) && one.role !== 'officer')) {
      const which = persona.his[0]!;
      const said = JSON.stringify(await ask(persona, 'read-tip', { tipId: country.cases[which].tipId }));
      expect(said).toContain(TOLD.words);
      expect(holds(said, WHO)).toBe(false);
    }
  });
});
