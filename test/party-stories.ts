import type { InputOf } from '../shared/actions';
import type { Day } from '../shared/day';
import { type Fen, fen } from '../shared/money';
import { type CaseWish, createCase, type createCounty } from './county';
import type { Actor, World } from './world';

export type County = Awaited<ReturnType<typeof createCounty>>;

export type Person = Pick<Actor, 'does'>;

/** Signs in anew for each thing he does, so that a story may move the clock by months. */
export function faithful(world: World, accountId: string): Person {
  return { does: async (...call) => (await world.as(accountId)).does(...call) };
}

export interface Parties {
  caseId: string;
  obligorPartyId: string;
  obligeePartyId: string;
  obligor: Person;
  obligee: Person;
}

/** A case that waits, with both parties signed in. */
export async function waitingCase(world: World, wish: CaseWish = {}): Promise<Parties> {
  const { caseId, obligor, obligee } = await createCase(world, wish);
  return {
    caseId,
    obligorPartyId: obligor.partyId,
    obligeePartyId: obligee.partyId,
    obligor: faithful(world, obligor.accountId),
    obligee: faithful(world, obligee.accountId),
  };
}

/** A case under supervision, with both parties signed in. */
export async function supervisedCase(world: World, county: County, wish: CaseWish = {}): Promise<Parties> {
  const parties = await waitingCase(world, wish);
  await (await world.as(county.judge)).does('start-supervision', { caseIds: [parties.caseId] });
  return parties;
}

type Payment = Omit<InputOf<'register-payment'>, 'caseId' | 'fileIds' | 'note'>;

export const pay = (amount: number, paidDay: string): Payment => ({
  amount: fen(amount),
  paidDay: paidDay as Day,
  method: 'bank',
});

/** The debtor registers, the creditor confirms. */
export async function payAndConfirm(parties: Parties, amount: Fen | number, paidDay: string) {
  const { paymentId } = await parties.obligor.does('register-payment', {
    caseId: parties.caseId,
    ...pay(amount, paidDay),
    note: `第${++payments}笔`,
  });
  return parties.obligee.does('confirm-payment', { paymentId });
}

let payments = 0;

/** Both sides agree on these instalments, proposed by the debtor. */
export async function agreeOn(
  { caseId, obligor, obligee }: Parties,
  instalments: [day: string, amount: number][],
) {
  const { planId } = await obligor.does('propose-plan', {
    caseId,
    instalments: instalments.map(([dueDay, amount]) => ({ dueDay: dueDay as Day, amount: fen(amount) })),
  });
  await obligee.does('accept-plan', { planId });
  return planId;
}

export async function statusOf(world: World, caseId: string) {
  const { status } = await world.db
    .selectFrom('cases')
    .select('status')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return status;
}

export function supervisionOf(world: World, caseId: string) {
  return world.db
    .selectFrom('supervisions')
    .select(['ending', 'ended_at', 'next_reminder_at'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
}

/** What waits to be sent, as `audience step`. */
export async function queueOf(world: World, caseId: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notices')
    .select(['audience', 'step'])
    .where('case_id', '=', caseId)
    .where('state', 'in', ['pending', 'temporary'])
    .execute();
  return rows.map((row) => `${row.audience} ${row.step}`).sort();
}

export async function auditOf(world: World, caseId: string) {
  return world.db
    .selectFrom('audit_lines')
    .select(['action', 'facts'])
    .where('subject', '=', caseId)
    .orderBy('seq')
    .execute();
}
