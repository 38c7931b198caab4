import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../cloudfunctions/server/app';
import { perform } from '../../cloudfunctions/server/perform';
import { type ActionName, actions } from '../../shared/actions';
import { ACCESS, mayCall, relationOf } from '../../shared/cases/access';
import { FILE_RULES } from '../../shared/cases/files';
import { createWorld, type World } from '../world';
import { thatForgets } from './forgetting';
import { CASES, type Country, createCountry, type Persona, type WhichCase } from './people';
import { REQUESTS } from './requests';

/** Every action, asked by every kind of person, of his own, a neighbour's and another court's case. */

let world: World;
let country: Country;
let app: App;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  country = await createCountry(world);
  app = { ...world.app, db: thatForgets(world.db) };
});
afterAll(() => world.close());

async function ask({ accountId }: Persona, action: ActionName, input: object) {
  const courtId = accountId && (await courtOf(accountId));
  const session = accountId && courtId ? { courtId, accountId } : null;
  return perform(app, { action, input }, { session, openid: null, clientAddress: '192.0.2.1' });
}

const courtOf = async (accountId: string) =>
  (
    await world.db
      .selectFrom('accounts')
      .select('court_id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
  ).court_id;

const NAMES = Object.keys(actions) as ActionName[];
const STRANGER = 'not-found-or-not-yours';

/** How the door must answer: by the table, and by whose case it is. */
function expected({ role, accountId, his }: Persona, action: ActionName, which: WhichCase): string {
  const { who } = ACCESS[action];
  if (!who.includes('public') && !accountId) return 'sign-in-first';
  if (!mayCall(action, new Set(role ? [role] : []))) return 'not-for-your-role';
  const isShown = action !== 'get-file-url' || PHOTO.readers.includes(relationOf(role!)!);
  return his.includes(which) && isShown ? 'opened' : STRANGER;
}

/** The file of each case is a photo that a liaison took at the door. */
const PHOTO = FILE_RULES['visit-photo'];

async function answered(persona: Persona, action: ActionName, which: WhichCase): Promise<string> {
  const answer = await ask(persona, action, REQUESTS[action]!(country.cases[which], persona.role));
  if ('fault' in answer) return 'fault';
  if (answer.ok) return JSON.stringify(answer.data).includes('没有找到') ? STRANGER : 'opened';
  const { code } = answer.refusal;
  return [STRANGER, 'sign-in-first', 'not-for-your-role'].includes(code) ? code : 'opened';
}

const onOneCase = NAMES.filter((name) => ['case', 'person'].includes(ACCESS[name].about));
const onNoCase = NAMES.filter((name) => !onOneCase.includes(name));

describe('an action on a case opens it to those whose it is in a role of the table, and to nobody else', () => {
  test.each(onOneCase)('%s', async (action) => {
    const wrong: string[] = [];
    for (const persona of country.people) {
      for (const which of CASES) {
        const [is, should] = [await answered(persona, action, which), expected(persona, action, which)];
        if (is !== should) wrong.push(`${persona.name}, ${which}: ${is} instead of ${should}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('what is asked of no single case tells nobody of a case that is not his', () => {
  test.each(onNoCase)('%s', async (action) => {
    const wrong: string[] = [];
    for (const persona of country.people) {
      const answer = await ask(persona, action, {});
      if ('fault' in answer) wrong.push(`${persona.name}: a fault`);
      const isLetIn =
        answer.ok ||
        !('refusal' in answer) ||
        !/^(sign-in-first|not-for-your-role)$/.test(answer.refusal.code);
      const may =
        ACCESS[action].who.includes('public') ||
        (persona.accountId && mayCall(action, new Set(persona.role ? [persona.role] : [])));
      if (isLetIn !== Boolean(may)) wrong.push(`${persona.name}: ${isLetIn ? 'let in' : 'kept out'}`);
      for (const which of CASES.filter((one) => !persona.his.includes(one))) {
        const { caseId, caseNumber, tasks } = country.cases[which];
        const marks = [caseId, caseNumber, ...Object.values(tasks)];
        const said = JSON.stringify(answer);
        if (marks.some((mark) => said.includes(mark)))
          wrong.push(`${persona.name} reads of the ${which} case`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('the table names every action, and every one on a case is asked here', () => {
  expect(Object.keys(ACCESS).sort()).toEqual([...NAMES].sort());
  expect(onOneCase.filter((name) => !REQUESTS[name])).toEqual([]);
});
