import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSeeded, seedCounty } from '../../cloudfunctions/host/seed';
import type { Played } from '../../cloudfunctions/host/seed/history';
import { hashLine } from '../../cloudfunctions/server/audit';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { CASE_STATUSES } from '../../shared/cases/case-status';
import { NOTICE_STATES, PAYMENT_STATES, TASK_STATES, VISIT_OUTCOMES } from '../../shared/cases/stages';
import { isCreditCode } from '../../shared/import/credit-code';
import { citizenCheckLetter } from '../../shared/import/id-number';
import { faithful } from '../party-stories';
import { createWorld, type World } from '../world';

/** The fictional county, as it stands after the first start. */
let world: World;
let played: Played;

beforeAll(async () => {
  world = await createWorld('2026-03-02T01:30:00Z');
  played = await seedCounty(world.app, world.app.now());
}, 300_000);
afterAll(() => world.close());

async function count(table: 'cases' | 'villages' | 'towns' | 'teams'): Promise<number> {
  const row = await world.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

async function kinds(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct ${sql.ref(column)} as kind from ${sql.table(table)}`.execute(world.db);
  return rows.map(({ kind }) => kind).sort();
}

describe('the county', () => {
  test('has six towns, sixty villages, four teams and four hundred cases', async () => {
    expect(await isSeeded(world.db)).toBe(true);
    expect(await Promise.all((['towns', 'villages', 'teams', 'cases'] as const).map(count))).toEqual([
      6, 60, 4, 400,
    ]);
  });

  test('its history is one that the rules allow: nothing in it was refused', () => {
    expect(played.refused).toEqual([]);
    expect(played.events).toBeGreaterThan(1_500);
  });

  test('every town is served by one team today, and was by another before the new year', async () => {
    const { rows } = await sql`
      select town_id from team_towns group by town_id
      having count(*) filter (where valid_to is null) = 1 and count(distinct team_id) = 2`.execute(world.db);
    expect(rows).toHaveLength(6);
  });

  test('every village and every town has its liaison', async () => {
    const { rows } = await sql<{ villages: number; towns: number }>`
      select count(distinct village_id)::int as villages, count(distinct town_id)::int as towns
      from role_grants where role like '%-liaison'`.execute(world.db);
    expect(rows[0]).toEqual({ villages: 60, towns: 6 });
  });

  test.each([
    ['cases', 'status', CASE_STATUSES],
    ['payments', 'state', PAYMENT_STATES],
    ['tasks', 'state', TASK_STATES],
    ['visits', 'outcome', VISIT_OUTCOMES],
    ['plans', 'state', ['proposed', 'accepted', 'broken']],
    [
      'notices',
      'state',
      NOTICE_STATES.filter((state) => !['pending', 'sending', 'accepted', 'temporary'].includes(state)),
    ],
    ['parties', 'contact_state', ['ok', 'opted-out', 'wrong-number']],
  ])('%s stand in every %s', async (table, column, all) => {
    expect(await kinds(table, column)).toEqual([...all].sort());
  });

  test('some addresses still wait for a clerk', async () => {
    const { rows } = await sql`
      select p.party_id from parties p join cases c using (court_id, case_id)
      where p.side = 'obligor' and p.village_id is null and c.status in ('waiting', 'supervised')`.execute(
      world.db,
    );
    expect(rows).toHaveLength(20);
  });
});

describe('the books are in order', () => {
  test('every audit chain holds, from its first line to its last, and no line is dated before the one above', async () => {
    const lines = await world.db
      .selectFrom('audit_lines')
      .selectAll()
      .orderBy('subject')
      .orderBy('seq')
      .execute();
    const broken = lines.filter((line, at) => {
      const above = lines[at - 1]?.subject === line.subject ? lines[at - 1] : undefined;
      const { court_id: courtId, subject, actor, action, facts, seq, previous_hash } = line;
      const fact = { courtId, subject, at: line.at, actor, action, facts: facts as never };
      const follows = seq === (above?.seq ?? 0) + 1 && previous_hash === (above?.hash ?? '');
      return !follows || hashLine(fact, seq, previous_hash) !== line.hash;
    });
    expect(lines.length).toBeGreaterThan(2_500);
    expect(broken.map(({ subject, seq }) => `${subject} ${seq}`)).toEqual([]);
  });

  test('what waits to be sent is nothing: history has left the house', async () => {
    expect(await kinds('notices', 'state')).not.toContain('pending');
  });

  test('nothing happened after the first start', async () => {
    const now = world.app.now();
    for (const [table, column] of [
      ['audit_lines', 'at'],
      ['timeline', 'at'],
      ['notices', 'decided_at'],
      ['payments', 'registered_at'],
    ] as const) {
      const { rows } = await sql`
        select 1 from ${sql.table(table)} where ${sql.ref(column)} > ${now}`.execute(world.db);
      expect(rows, table).toEqual([]);
    }
  });

  test('nobody owes less than nothing, and who performed owes nothing and holds a certificate', async () => {
    const obligees = await world.db
      .selectFrom('party_bindings as b')
      .innerJoin('parties as p', (j) =>
        j.onRef('p.court_id', '=', 'b.court_id').onRef('p.party_id', '=', 'b.party_id'),
      )
      .innerJoin('cases as c', (j) =>
        j.onRef('c.court_id', '=', 'p.court_id').onRef('c.case_id', '=', 'p.case_id'),
      )
      .select(['b.account_id', 'c.case_id', 'c.status'])
      .where('p.side', '=', 'obligee')
      .execute();
    expect(obligees.length).toBeGreaterThan(90);
    for (const { account_id, case_id, status } of obligees) {
      const { record } = await faithful(world, account_id).does('get-my-case', { caseId: case_id });
      const { costs, general, principal, doubled, total } = record.statement;
      expect([costs, general, principal, doubled, total].every((part) => part >= 0)).toBe(true);
      if (status === 'performed') expect(total).toBe(0);
    }
    const { rows } = await sql`
      select 1 from cases c where c.status = 'performed'
        and not exists (select from certificates k where k.court_id = c.court_id and k.case_id = c.case_id)`.execute(
      world.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('everybody is invented', () => {
  test('no telephone outside 1990000xxxx, no ID outside region 999999, each with its check letter', async () => {
    const parties = await world.db.selectFrom('parties').selectAll().execute();
    const accounts = await world.db.selectFrom('accounts').selectAll().execute();
    const { vault } = world.app;
    const phones = [...parties, ...accounts].flatMap(({ phone_sealed }) =>
      phone_sealed ? [vault.open(SEALED.phone, phone_sealed)] : [],
    );
    const ids = parties.map(({ id_number_sealed }) => vault.open(SEALED.idNumber, id_number_sealed!));
    expect(phones.filter((phone) => !/^1990000\d{4}$/.test(phone))).toEqual([]);
    expect(ids.filter((id) => !isInvented(id))).toEqual([]);
  });
});

const isInvented = (id: string) =>
  /^999999/.test(id)
    ? citizenCheckLetter(id.slice(0, 17)) === id[17]
    : /^91999999/.test(id) && isCreditCode(id);

describe('what citizens told', () => {
  test('stands in every state that a visitor should see, up to a receipt', async () => {
    const states = async (table: 'tips' | 'bounty_notices' | 'rewards') =>
      (await world.db.selectFrom(table).select('state').execute()).map(({ state }) => state).sort();
    expect(await states('bounty_notices')).toEqual(['applied', 'drafted', 'published', 'published']);
    expect(await states('tips')).toEqual(['done', 'done', 'received', 'received']);
    expect(await states('rewards')).toEqual(['paid']);
    const desk = await as('tip-desk');
    const { tips, onDuty } = await desk.does('list-tips', {});
    expect(tips).toHaveLength(2);
    expect(onDuty).toHaveLength(1);
    const creditor = await as('obligee-filed');
    const { cases } = await creditor.does('list-my-cases', {});
    expect(await creditor.does('get-case-bounties', { caseId: cases[0]!.caseId })).toMatchObject({
      mayApply: true,
    });
  });
});

const as = async (persona: string) => {
  const { account_id } = await world.db
    .selectFrom('demo_personas')
    .select('account_id')
    .where('persona', '=', persona)
    .executeTakeFirstOrThrow();
  return faithful(world, account_id);
};

describe('the personas', () => {
  test('are all there, each with words and a telephone', async () => {
    const personas = await world.db.selectFrom('demo_personas').selectAll().orderBy('sort').execute();
    expect(personas.map(({ persona }) => persona)).toEqual(
      expect.arrayContaining([
        'judge',
        'clerk',
        'officer',
        'chief',
        'village-liaison',
        'town-liaison',
        'obligor',
        'obligor-overdue',
        'obligee',
        'obligee-waiting-confirmation',
        'relative',
        'obligee-filed',
        'tip-desk',
        'tip-custodian',
        'admin',
      ]),
    );
    expect(personas.filter(({ words, phone }) => words.length < 5 || phone.length !== 11)).toEqual([]);
  });

  test('the debtor and the creditor are the two sides of one case that is not due yet', async () => {
    const obligor = (await (await as('obligor')).does('list-my-cases', {})).cases;
    const obligee = (await (await as('obligee')).does('list-my-cases', {})).cases;
    expect(obligor).toHaveLength(1);
    expect(obligor[0]).toMatchObject({ status: 'supervised', dueDay: '2026-03-05' });
    expect(obligee.map(({ caseId }) => caseId)).toEqual([obligor[0]!.caseId]);
  });

  test('the liaison of his village has a new task for it', async () => {
    const { tasks } = await (await as('village-liaison')).does('list-tasks', {});
    expect(tasks.some(({ state }) => state === 'open')).toBe(true);
  });

  test('a creditor has a payment to confirm', async () => {
    const person = await as('obligee-waiting-confirmation');
    const { cases } = await person.does('list-my-cases', {});
    const { record } = await person.does('get-my-case', { caseId: cases[0]!.caseId });
    expect(record.payments.map(({ state }) => state)).toEqual(['registered']);
  });

  test('the daughter acts for her father and is marked as such', async () => {
    const { cases } = await (await as('relative')).does('list-my-cases', {});
    expect(cases).toEqual([expect.objectContaining({ side: 'obligor', asProxy: true })]);
  });

  test('the judge finds stuck cases on the desk', async () => {
    const desk = await (await as('judge')).does('get-desk', {});
    expect(desk.stuck.length).toBeGreaterThan(20);
  });
});
