import { addDays, type Day } from '../../../shared/day';
import type { ImportedCase, ImportedParty } from '../../../shared/import/types';
import { type Fen, fen } from '../../../shared/money';
import type { Caller } from '../../server/caller';
import { CountyMap } from '../../server/imports/county-map';
import { createCases } from '../../server/imports/create-cases';
import type { County, Village } from './county';
import { houseNumber, type Person } from './people';
import { COURT, contextOf, type Stage } from './stage';

/** What a story needs of a case before it is in the book. Days are counted from the first start. */
export interface Wish {
  obligor: Person;
  obligee: Person;
  village: Village;
  /** The address names a hamlet that the county's table does not know. */
  unmatched?: boolean;
  cause?: string;
  principal?: Fen;
  due: number;
  /** When the supervision began; null: nobody has begun one. */
  start: number | null;
  instalments?: number;
}

export interface SeedCase extends Wish {
  judge: Caller;
  caseNumber: string;
  /** The day of the list by which it came in. */
  imported: number;
  caseId: string;
  obligorId: string;
  obligeeId: string;
}

/** The court sends a list every fortnight. */
const LISTS_EVERY = 15;
const LAST_LIST = -3;

const CAUSES: [cause: string, least: number, most: number][] = [
  ['民间借贷纠纷', 8_000, 300_000],
  ['买卖合同纠纷', 5_000, 260_000],
  ['追索劳动报酬纠纷', 2_000, 38_000],
  ['机动车交通事故责任纠纷', 6_000, 180_000],
  ['房屋租赁合同纠纷', 3_000, 60_000],
  ['建设工程施工合同纠纷', 20_000, 400_000],
  ['农村土地承包合同纠纷', 2_000, 30_000],
  ['离婚后财产纠纷', 20_000, 150_000],
];

export function enter(stage: Stage, county: County, wish: Wish, serial: number): SeedCase {
  const { dice } = stage;
  const [cause, least, most] = dice.pick(CAUSES);
  const imported = listBefore(wish.start ?? Math.min(-1, wish.due - 5));
  const year = addDays(stage.today, imported).slice(0, 4);
  return {
    cause,
    principal: fen(dice.between(least / 100, most / 100) * 10_000),
    ...wish,
    judge: dice.pick(county.judges),
    caseNumber: `（${year}）浙9999民初${serial}号`,
    imported,
    caseId: '',
    obligorId: '',
    obligeeId: '',
  };
}

const listBefore = (offset: number): number =>
  offset > LAST_LIST ? LAST_LIST : Math.floor((offset - 1) / LISTS_EVERY) * LISTS_EVERY;

/** One list comes in, by the same code as a court's own. */
export async function importList(stage: Stage, county: County, cases: SeedCase[]): Promise<void> {
  const context = contextOf(stage, county.clerk, 'commit-import');
  const { tx, app, now } = context;
  const batchId = app.newId('batch');
  const rows = cases.length;
  const totals = { rows, valid: rows, errors: 0, warnings: 0, corrected: 0, skipped: 0 };
  await tx
    .insertInto('import_batches')
    .values({
      court_id: COURT,
      batch_id: batchId,
      file_name: `督促案件清单-${context.today}.xlsx`,
      state: 'committed',
      checked_by: county.clerk.accountId,
      checked_at: now,
      committed_at: now,
      totals: JSON.stringify(totals),
      progress_done: rows,
      progress_total: rows,
      outcome: JSON.stringify({ created: rows, updated: 0, unchanged: 0, unmatchedAddresses: 0 }),
      problems: '[]',
    })
    .execute();
  const map = await CountyMap.read(context);
  await createCases(
    context,
    batchId,
    cases.map((one, at) => listed(stage, one, at)),
    map,
  );
  await context.audit('court', 'commit-import', { batchId, created: rows });
  await nameThem(stage, cases);
}

function listed(stage: Stage, one: SeedCase, at: number): ImportedCase {
  const { dice, today } = stage;
  const dueDay = addDays(today, one.due);
  return {
    caseNumber: one.caseNumber,
    instrumentNumber: null,
    instrumentType: one.instalments || dice.percent(30) ? '民事调解书' : '民事判决书',
    cause: one.cause!,
    effectiveDay: addDays(today, one.imported - dice.between(1, 9)),
    principal: one.principal!,
    paid: fen(0),
    dueDay,
    instalments: portions(one, dueDay),
    judgeName: one.judge.name,
    judgePhone: null,
    clerkName: '林静',
    guarantee: dice.percent(8) ? '保证人一人，承担连带清偿责任' : null,
    note: null,
    parties: [debtor(stage, one), creditor(one)],
    rows: [at + 2],
  };
}

/** Equal instalments a month apart, the last of them on the due day and with what is left. */
function portions({ instalments = 0, principal }: SeedCase, dueDay: Day): ImportedCase['instalments'] {
  if (instalments === 0) return [];
  const each = fen(Math.floor(principal! / instalments / 100) * 100);
  return Array.from({ length: instalments }, (_, at) => {
    const last = at === instalments - 1;
    const amount = last ? fen(principal! - each * (instalments - 1)) : each;
    return { dueDay: addDays(dueDay, (at - instalments + 1) * 30), amount };
  });
}

const HAMLETS = ['老虎坳', '下横山', '樟木丘', '半月塘', '高家墩', '七里桥', '石灰窑', '东大路'];

function debtor({ dice }: Stage, { obligor, village, unmatched }: SeedCase): ImportedParty {
  const place = unmatched ? `${dice.pick(HAMLETS)}自然村` : village.name;
  const address = `青溪县${village.townName}${place}${houseNumber(dice)}`;
  return {
    ...party('obligor', obligor),
    householdAddress: address,
    serviceAddress: dice.percent(60) ? address : null,
    publicOfficial: dice.percent(2),
    villageId: unmatched ? null : village.villageId,
    townId: village.townId,
  };
}

const creditor = ({ obligee }: SeedCase): ImportedParty => party('obligee', obligee);

const party = (side: 'obligor' | 'obligee', { kind, name, idNumber, phone }: Person): ImportedParty => ({
  side,
  kind,
  name,
  idNumber,
  phones: [phone],
  serviceAddress: null,
  householdAddress: null,
  publicOfficial: null,
  villageId: null,
  townId: null,
});

/** Learns under which ids the book knows the cases, and writes the judge's account beside his name. */
async function nameThem({ tx }: Stage, cases: SeedCase[]): Promise<void> {
  const rows = await tx
    .selectFrom('cases as c')
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'c.court_id').onRef('p.case_id', '=', 'c.case_id'),
    )
    .select(['c.case_number', 'c.case_id', 'p.party_id', 'p.side'])
    .where(
      'c.case_number',
      'in',
      cases.map((one) => one.caseNumber),
    )
    .execute();
  const byNumber = new Map(cases.map((one) => [one.caseNumber, one]));
  for (const row of rows) {
    const one = byNumber.get(row.case_number)!;
    one.caseId = row.case_id;
    one[row.side === 'obligor' ? 'obligorId' : 'obligeeId'] = row.party_id;
  }
  for (const judge of new Set(cases.map((one) => one.judge))) {
    await tx
      .updateTable('cases')
      .set({ judge_account_id: judge.accountId })
      .where('judge_name', '=', judge.name)
      .execute();
  }
}
