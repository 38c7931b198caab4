import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../cloudfunctions/server/app';
import { type Answer, perform } from '../../cloudfunctions/server/perform';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { type ActionName, actions } from '../../shared/actions';
import { mayCall } from '../../shared/cases/access';
import { createWorld, type World } from '../world';
import { thatForgets } from './forgetting';
import { CASES, type Country, createCountry, type Persona, type WhichCase } from './people';
import { Dice, KINDS, type Kind, MARK, makeRequest, type Values } from './strange-requests';

/** Ten thousand requests of every kind to every action; the same ones in every run. */

const REQUESTS = 10_000;
const AT_ONCE = 4;
const NAMES = Object.keys(actions) as ActionName[];

/** What is known of each case's debtor, and of nobody else. */
const DEBTORS: Record<WhichCase, { name: string; phone: string; idNumber: string }> = {
  own: { name: '夏侯甲乙', phone: '19900001001', idNumber: '99999919800101004X' },
  neighbour: { name: '欧阳丙丁', phone: '19900001002', idNumber: '999999198202020027' },
  'other court': { name: '司马戊己', phone: '19900001003', idNumber: '999999198303030038' },
};

let world: World;
let country: Country;
let app: App;
const logged: string[] = [];
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  country = await createCountry(world);
  for (const which of CASES) await rename(which);
  app = {
    ...world.app,
    db: thatForgets(world.db),
    log: (line) => logged.push(JSON.stringify(line)),
  };
});
afterAll(() => world.close());

async function rename(which: WhichCase): Promise<void> {
  const { name, phone, idNumber } = DEBTORS[which];
  const { vault } = world.app;
  const phones = {
    phone_sealed: vault.seal(SEALED.phone, phone),
    phone_index: vault.index(SEALED.phone, phone),
  };
  await world.db
    .updateTable('parties')
    .set({
      name,
      ...phones,
      id_number_sealed: vault.seal(SEALED.idNumber, idNumber),
      id_number_index: vault.index(SEALED.idNumber, idNumber),
    })
    .where('party_id', '=', country.cases[which].obligorPartyId)
    .execute();
  const { obligor } = country.cases[which];
  await world.db
    .updateTable('accounts')
    .set({ name, ...phones })
    .where('account_id', '=', obligor)
    .execute();
}

/** What a request can say of a case. */
function valuesOf(which: WhichCase, { role }: Persona): Values {
  const one = country.cases[which];
  const task = one.tasks[role as keyof typeof one.tasks] ?? one.tasks['village-liaison'];
  return {
    caseId: [one.caseId],
    partyId: [one.obligorPartyId],
    taskId: [task],
    paymentId: [one.paymentId],
    planId: [one.planId],
    requestId: [one.requestId],
    fileId: [one.fileId],
    noticeId: [one.noticeId],
    accountId: [one.obligor],
    toAccountId: [one.obligee],
    villageId: ['village_songjia00', 'village_qiaotou00'],
    townId: ['town_hongxi000'],
    teamId: ['team_first000'],
    batchId: ['batch_00000000'],
    grantId: ['grant_00000000'],
    handOverId: ['handover_00000000'],
    exportId: ['export_00000000'],
    sessionId: ['session_00000000'],
    bountyId: [one.bountyId],
    tipId: [one.tipId],
    sameAs: [one.tipId],
    errandId: [one.errandId],
    openingId: [one.openingId],
    rewardId: [one.rewardId],
    tipNumber: [one.tipNumber],
    number: [one.tipNumber, '2026-0001', '证明〔2026〕1号', '2026-0002'],
    words: ['货车夜里停在砖厂后面'],
    place: ['砖厂后门'],
    seenDay: ['2026-03-01'],
    shiftId: ['shift_00000000'],
    device: ['00000000-0000-4000-8000-000000000001'],
    once: ['00000000-0000-4000-8000-000000000002'],
    promise: [{ mode: 'share', shareBp: 1_000 }],
    payer: ['creditor'],
    expiresDay: ['2026-06-30'],
    from: ['2026-03-01'],
    to: ['2026-03-31'],
    bankAccount: ['6200000000000000777'],
    photos: [[]],
    botId: ['account_00000000'],
    chatId: ['chat_00000000'],
    chatGroupId: ['group_00000000'],
    handoverId: ['talk_00000000'],
    phone: ['19900007777'],
    allowPhone: ['19900007777'],
    idLast6: [DEBTORS[which].idNumber.slice(-6)],
    idNumber: ['999999199001010017'],
    code: ['123456', '1234 5678', '0000 0000 0000 0000'],
    loginName: ['zhou.ming'],
    template: ['reminder-before-7', 'task-assigned'],
    verifyCode: ['ABCDEFGH12'],
    search: ['郑', '民初1', country.cases[which].caseNumber],
    instalments: [[{ dueDay: '2026-03-20', amount: 5_000_000 }]],
    fileIds: [[], [one.fileId]],
    caseIds: [[one.caseId]],
    enforcementNumber: ['（2026）浙9999执1号'],
  };
}

interface Shot {
  action: ActionName;
  kind: Kind;
  persona: Persona;
  input: unknown;
  idempotencyKey?: string;
}

function* shots(dice: Dice): Generator<Shot> {
  for (let i = 0; i < REQUESTS; i++) {
    const action = NAMES[i % NAMES.length]!;
    const kind = KINDS[Math.floor(i / NAMES.length) % KINDS.length]!;
    // Mostly those who may, so that what is strange comes as far as it can.
    const may = country.people.filter(({ role, accountId }) =>
      accountId ? mayCall(action, new Set(role ? [role] : [])) : false,
    );
    const persona = dice.of(dice.next() < 0.8 && may.length > 0 ? may : country.people);
    const others = CASES.filter((which) => !persona.his.includes(which));
    const whose = kind === 'valid, of others' ? others : persona.his.length > 0 ? persona.his : CASES;
    const values = valuesOf(dice.of(whose.length > 0 ? whose : CASES), persona);
    yield {
      action,
      kind,
      persona,
      input: makeRequest(action, kind, values, dice),
      idempotencyKey:
        dice.next() < 0.1 ? dice.of(['key-00000001', `${MARK}'<`, '\u0000'.repeat(9)]) : undefined,
    };
  }
}

const courtOf = ({ his }: Persona) => (his.includes('other court') ? 'court_baiyun' : 'court_qingxi');

function fire({ action, input, persona, idempotencyKey }: Shot): Promise<Answer> {
  const { accountId } = persona;
  const session = accountId ? { courtId: courtOf(persona), accountId } : null;
  const identity = { session, openid: null, clientAddress: '192.0.2.1' };
  return perform(app, { action, input, idempotencyKey }, identity);
}

/** What an answer tells that this person must not read. */
function wrongIn({ action, persona }: Shot, answer: Answer): string[] {
  if ('fault' in answer) return [`a fault: ${logged.find((line) => line.includes(answer.fault.requestId))}`];
  const said = JSON.stringify(answer);
  const wrong: string[] = [];
  if (said.includes(MARK) && !(answer.ok && SHOWS_WHAT_IT_IS_GIVEN.includes(action))) wrong.push('repeated');
  for (const which of CASES) {
    const { name, phone, idNumber } = DEBTORS[which];
    const isOwnCopy = action === 'get-my-data' && persona.accountId === country.cases[which].obligor;
    const isRevealed = action === 'reveal-party-field' && persona.his.includes(which);
    if (said.includes(idNumber) && !isOwnCopy && !isRevealed) wrong.push(`an ID number of ${which}`);
    if (persona.his.includes(which)) continue;
    const { caseId, caseNumber, tasks, paymentId, planId, requestId, fileId } = country.cases[which];
    const marks = [caseId, `${caseNumber}`, ...Object.values(tasks), paymentId, planId, requestId, fileId];
    const told = [...marks, name, phone].filter((mark) => said.includes(mark));
    if (told.length > 0) wrong.push(`${told.join()} of ${which}`);
  }
  return wrong;
}

/** Its answer is what was asked about, in fields of its own. */
const SHOWS_WHAT_IT_IS_GIVEN: readonly ActionName[] = ['preview-wording'];

test('nothing strange makes a fault, opens what is another’s, or is said back', async () => {
  const wrong = new Set<string>();
  const understood = new Set<ActionName>();
  const each = shots(new Dice(5));
  const worker = async () => {
    for (const shot of each) {
      const answer = await fire(shot);
      for (const what of wrongIn(shot, answer)) wrong.add(`${shot.action}, ${shot.kind}: ${what}`);
      const isRead = answer.ok || ('refusal' in answer && !/^input-/.test(answer.refusal.code));
      if (shot.kind === 'valid' && isRead) understood.add(shot.action);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect([...wrong]).toEqual([]);
  expect(NAMES.filter((name) => !understood.has(name))).toEqual([]);
}, 300_000);

test('names of actions that only JavaScript knows are no actions', async () => {
  for (const action of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', `${MARK}\u0000`]) {
    const nobody = { session: null, openid: null, clientAddress: '' };
    const answer = await perform(app, { action, input: {} }, nobody);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'action-unknown' } });
  }
});

test('the log of all this tells of nobody, and keeps no secret', () => {
  const people = Object.values(DEBTORS).flatMap(({ name, phone, idNumber }) => [name, phone, idNumber]);
  const said = logged.join('\n');
  expect([MARK, ...people].filter((secret) => said.includes(secret))).toEqual([]);
});
