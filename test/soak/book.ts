import type { App } from '../../cloudfunctions/server/app';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { addDays, type Day, instantOf } from '../../shared/day';
import { makeTaskNumber } from '../../shared/ids';
import { fen } from '../../shared/money';
import { type Expected, RUNG_OFFSETS, rungsOf, type Span, type Waiting } from './expected';
import type { Chance } from './random';
import { PLACE } from './soak-app';

export const COURT = 'court_qingxi';

export interface BookCase {
  caseId: string;
  supervisionId: string;
  obligor: string;
  obligee: string;
  dueDay: Day;
  obligorPhone: string;
  obligeePhone: string;
}

export interface Liaison {
  accountId: string;
  phone: string;
  openid: string | null;
  villageId: string | null;
  townId: string;
}

export interface Book {
  /** Cases whose liaison has been given a task. */
  withTask: BookCase[];
  waiting: Waiting[];
  cases: BookCase[];
  liaisons: Liaison[];
  /** By town. */
  townLiaisons: Map<string, Liaison>;
  /** Every notice that must be there at the end. */
  expected: Expected[];
}

const phoneOf = (serial: number) => `199${String(serial).padStart(8, '0')}`;

/** Draws up a county whose cases have at least so many rungs within these days, and writes it down. */
export async function writeBook(app: App, chance: Chance, span: Span, rungs: number): Promise<Book> {
  const cases: BookCase[] = [];
  const expected: Expected[] = [];
  while (expected.length < rungs) {
    const one = drawCase(app, chance, span, cases);
    cases.push(one);
    expected.push(...rungsOf(one, span));
  }
  await writeCases(app, cases, addDays(span.first, -1), firstDays(expected));
  const liaisons = await writeLiaisons(app, chance, Math.max(6, Math.ceil(rungs / 30)));
  return { cases, withTask: [], waiting: [], expected, ...liaisons };
}

/** One of its rungs falls on a day drawn by lot. Every fourth debtor has another case, and one number for both. */
function drawCase(app: App, chance: Chance, span: Span, before: readonly BookCase[]): BookCase {
  const serial = before.length * 2;
  const sibling = before.length > 0 && chance.happens(0.25) ? chance.pick(before.slice(-30)) : null;
  const days = daysOf(span);
  const drawn = addDays(chance.pick(days), -chance.pick(RUNG_OFFSETS));
  return {
    caseId: app.newId('case'),
    supervisionId: app.newId('supervision'),
    obligor: app.newId('party'),
    obligee: app.newId('party'),
    // Half of those who have two cases are due on one day, and one message tells of both.
    dueDay: sibling && chance.happens(0.5) ? sibling.dueDay : drawn,
    obligorPhone: sibling?.obligorPhone ?? phoneOf(serial),
    obligeePhone: phoneOf(serial + 1),
  };
}

export function daysOf({ first, last }: Span): Day[] {
  const days: Day[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
  return days;
}

const CHUNK = 500;

async function inChunks<T>(items: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += CHUNK) await write(items.slice(at, at + CHUNK));
}

/** The day on which each case deserves something first. */
function firstDays(expected: readonly Expected[]): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const { caseId, stepDay } of expected) {
    const known = first.get(caseId);
    if (!known || stepDay < known) first.set(caseId, stepDay);
  }
  return first;
}

async function writeCases(
  app: App,
  cases: readonly BookCase[],
  startedDay: Day,
  firstDay: ReadonlyMap<string, Day>,
): Promise<void> {
  const { db, vault, random } = app;
  const started = instantOf(startedDay, 9);
  await db
    .insertInto('courts')
    .values({ court_id: COURT, name: PLACE.courtName, county: '青溪县', phone: PLACE.courtPhone })
    .execute();
  await inChunks([...cases.entries()], async (chunk) => {
    await db
      .insertInto('cases')
      .values(
        chunk.map(([index, { caseId, dueDay }]) => ({
          court_id: COURT,
          case_id: caseId,
          case_number: `（2026）浙9999民初${index + 1}号`,
          task_number: makeTaskNumber(random),
          instrument_type: '民事判决书',
          status: 'supervised' as const,
          effective_day: addDays(dueDay, -30),
          due_day: dueDay,
          claimed_fen: fen(5_000_000),
          principal_fen: fen(5_000_000),
          created_at: started,
          updated_at: started,
        })),
      )
      .execute();
    const people = chunk.flatMap(([, one]) => [
      { ...one, partyId: one.obligor, side: 'obligor' as const, phone: one.obligorPhone },
      { ...one, partyId: one.obligee, side: 'obligee' as const, phone: one.obligeePhone },
    ]);
    await db
      .insertInto('parties')
      .values(
        people.map(({ caseId, partyId, side, phone }) => ({
          court_id: COURT,
          party_id: partyId,
          case_id: caseId,
          side,
          kind: 'natural' as const,
          name: side === 'obligor' ? '郑小满' : '何家福',
          phone_sealed: vault.seal(SEALED.phone, phone),
          phone_index: vault.index(SEALED.phone, phone),
        })),
      )
      .execute();
    await db
      .insertInto('supervisions')
      .values(
        chunk.map(([index, { caseId, supervisionId }]) => ({
          court_id: COURT,
          supervision_id: supervisionId,
          case_id: caseId,
          started_by: 'account_judge',
          started_at: started,
          next_reminder_at: instantOf(firstDay.get(caseId)!, 8),
          notice_number: `督促〔2026〕${index + 1}号`,
        })),
      )
      .execute();
  });
}

/** Ten villages a town, one liaison each; most of them are known to WeChat. */
async function writeLiaisons(app: App, chance: Chance, villages: number) {
  const towns = Array.from({ length: Math.ceil(villages / 10) }, (_, n) => `town_${n}`);
  const draw = (serial: number, villageId: string | null, townId: string): Liaison => ({
    accountId: app.newId('account'),
    phone: phoneOf(90_000_000 + serial),
    openid: chance.happens(0.8) ? `openid-${serial}` : null,
    villageId,
    townId,
  });
  const liaisons = Array.from({ length: villages }, (_, n) =>
    draw(n, `village_${n}`, towns[Math.floor(n / 10)]!),
  );
  const townLiaisons = new Map(towns.map((townId, n) => [townId, draw(villages + n, null, townId)]));
  await writeAreas(app, towns, liaisons);
  await inChunks([...liaisons, ...townLiaisons.values()], (chunk) => writeAccounts(app, chunk));
  return { liaisons, townLiaisons };
}

async function writeAreas(
  { db }: App,
  towns: readonly string[],
  liaisons: readonly Liaison[],
): Promise<void> {
  await db
    .insertInto('towns')
    .values(
      towns.map((townId, n) => ({
        court_id: COURT,
        town_id: townId,
        code: String(999_901_101 + n),
        name: `第${n}镇`,
      })),
    )
    .execute();
  const villages = liaisons.map(({ villageId, townId }, n) => ({
    court_id: COURT,
    village_id: villageId!,
    town_id: townId,
    code: String(999_901_101_201 + n),
    name: `第${n}村`,
  }));
  await inChunks(villages, (chunk) => db.insertInto('villages').values(chunk).execute());
}

async function writeAccounts({ db, vault, now }: App, people: readonly Liaison[]): Promise<void> {
  await db
    .insertInto('accounts')
    .values(
      people.map(({ accountId, phone, openid }) => ({
        court_id: COURT,
        account_id: accountId,
        name: '宋大山',
        phone_sealed: vault.seal(SEALED.phone, phone),
        phone_index: vault.index(SEALED.phone, phone),
        openid,
        created_at: now(),
      })),
    )
    .execute();
  await db
    .insertInto('role_grants')
    .values(
      people.map(({ accountId, villageId, townId }) => ({
        court_id: COURT,
        account_id: accountId,
        role: villageId ? ('village-liaison' as const) : ('town-liaison' as const),
        village_id: villageId,
        town_id: villageId ? null : townId,
        team_id: null,
        valid_from: '2025-01-01' as Day,
      })),
    )
    .execute();
}
