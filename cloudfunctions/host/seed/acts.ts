import type { InputOf } from '../../../shared/actions';
import type { PaymentMethod } from '../../../shared/cases/stages';
import { addDays, addMonths, dayAt } from '../../../shared/day';
import { type Fen, fen, sumFen } from '../../../shared/money';
import { issueAccessCode } from '../../server/access-codes';
import { type Caller, loadCaller } from '../../server/caller';
import { agreedPlan } from '../../server/plans';
import { statementOf } from '../../server/statements';
import type { SeedCase } from './book';
import type { County } from './county';
import { act, COURT, contextOf, type Stage } from './stage';

type Side = 'obligor' | 'obligee';
type TaskRole = 'village-liaison' | 'town-liaison' | 'officer';

/** The deeds of which histories are made. Each is the real action, done by whoever does it in life. */

/** The party as he is signed in; the first time he proves himself by the code of his message. */
export async function partyOf(stage: Stage, one: SeedCase, side: Side): Promise<Caller> {
  const partyId = side === 'obligor' ? one.obligorId : one.obligeeId;
  const accountId = (await accountOf(stage, partyId)) ?? (await proveHimself(stage, one, side, partyId));
  return (await loadCaller(stage.tx, { courtId: COURT, accountId }, stage.now()))!;
}

async function accountOf({ tx }: Stage, partyId: string): Promise<string | undefined> {
  const bound = await tx
    .selectFrom('party_bindings')
    .select('account_id')
    .where('party_id', '=', partyId)
    .where('as_proxy', '=', false)
    .executeTakeFirst();
  return bound?.account_id;
}

async function proveHimself(stage: Stage, one: SeedCase, side: Side, partyId: string): Promise<string> {
  const { code } = await issueAccessCode(contextOf(stage, null, 'create-access-code'), partyId);
  const idLast6 = one[side].idNumber.slice(-6);
  await act(stage, null, 'claim-access', { code, idLast6 });
  return (await accountOf(stage, partyId))!;
}

/** A relative who looks after it for him, with his consent. */
export async function proxyFor(stage: Stage, one: SeedCase, name: string): Promise<string> {
  const { code } = await issueAccessCode(contextOf(stage, null, 'create-access-code'), one.obligorId);
  const proxy = { name, relation: 'family' as const, consent: true as const };
  await act(stage, null, 'claim-access', { code, idLast6: one.obligor.idNumber.slice(-6), proxy });
  const bound = await stage.tx
    .selectFrom('party_bindings')
    .select('account_id')
    .where('party_id', '=', one.obligorId)
    .where('as_proxy', '=', true)
    .executeTakeFirstOrThrow();
  return bound.account_id;
}

export const startSupervision = (stage: Stage, one: SeedCase) =>
  act(stage, one.judge, 'start-supervision', { caseIds: [one.caseId] });

/** Who answers for a task of this role. */
export function holderOf(
  county: County,
  { village }: SeedCase,
  role: TaskRole,
  teamId: string | null,
): Caller {
  if (role === 'village-liaison') return village.liaison;
  if (role === 'town-liaison') return village.townLiaison;
  return county.officers.find(({ grants }) => grants[0]!.teamId === teamId)!;
}

export async function onTask(
  stage: Stage,
  county: County,
  one: SeedCase,
  role: TaskRole,
  deed: (taskId: string, holder: Caller) => Promise<unknown>,
): Promise<void> {
  const task = await stage.tx
    .selectFrom('tasks')
    .select(['task_id', 'team_id'])
    .where('case_id', '=', one.caseId)
    .where('role', '=', role)
    .executeTakeFirst();
  if (task) await deed(task.task_id, holderOf(county, one, role, task.team_id));
}

export async function owedOf(stage: Stage, one: SeedCase): Promise<Fen> {
  const context = contextOf(stage, one.judge, 'get-case');
  const row = await stage.tx
    .selectFrom('cases')
    .selectAll()
    .where('case_id', '=', one.caseId)
    .executeTakeFirstOrThrow();
  return (await statementOf(context, row, context.today)).left.total;
}

const METHODS: PaymentMethod[] = ['bank', 'bank', 'wechat', 'wechat', 'cash', 'court-account'];

/** Registers a payment made today; `share` of what is owed, in hundredths. */
export async function pay(stage: Stage, one: SeedCase, share = 100): Promise<string> {
  const owed = await owedOf(stage, one);
  const amount =
    share === 100 ? owed : fen(Math.max(100, Math.floor((owed * share) / 10_000 / 100) * 10_000));
  return payAmount(stage, one, amount);
}

export async function payAmount(stage: Stage, one: SeedCase, amount: Fen): Promise<string> {
  const input: InputOf<'register-payment'> = {
    caseId: one.caseId,
    amount,
    paidDay: dayAt(stage.now()),
    method: stage.dice.pick(METHODS),
    note: '',
    fileIds: [],
  };
  const { paymentId } = await act(stage, await partyOf(stage, one, 'obligor'), 'register-payment', input);
  return paymentId;
}

/** The last payment that nobody has decided on. */
export async function openPayment({ tx }: Stage, one: SeedCase): Promise<string> {
  const payment = await tx
    .selectFrom('payments')
    .select('payment_id')
    .where('case_id', '=', one.caseId)
    .where('state', 'in', ['registered', 'disputed'])
    .orderBy('registered_at', 'desc')
    .executeTakeFirstOrThrow();
  return payment.payment_id;
}

export async function confirm(stage: Stage, one: SeedCase): Promise<void> {
  const paymentId = await openPayment(stage, one);
  const obligee = await partyOf(stage, one, 'obligee');
  await act(stage, obligee, 'confirm-payment', { paymentId, settlesInFull: false });
}

export async function confirmByCourt(stage: Stage, one: SeedCase): Promise<void> {
  const paymentId = await openPayment(stage, one);
  const evidence = '银行回单，权利人电话中认可已收到';
  await act(stage, one.judge, 'confirm-payment', { paymentId, settlesInFull: false, evidence });
}

/** Monthly instalments of what is owed without the running part, the first in ten days. */
export async function proposePlan(stage: Stage, one: SeedCase, count: number): Promise<string> {
  const obligor = await partyOf(stage, one, 'obligor');
  const context = contextOf(stage, obligor, 'propose-plan');
  const row = await stage.tx
    .selectFrom('cases')
    .selectAll()
    .where('case_id', '=', one.caseId)
    .executeTakeFirstOrThrow();
  const { left } = await statementOf(context, row, context.today);
  const base = sumFen([left.costs, left.general, left.principal]);
  const each = fen(Math.floor(base / count / 100) * 100);
  const instalments = Array.from({ length: count }, (_, at) => ({
    dueDay: addMonths(addDays(context.today, 10), at),
    amount: at === count - 1 ? fen(base - each * (count - 1)) : each,
  }));
  const note = '收入按月发放，请求分期付清';
  const { planId } = await act(stage, obligor, 'propose-plan', { caseId: one.caseId, instalments, note });
  return planId;
}

/** Pays the earliest instalment that is open, in whole. */
export async function payInstalment(stage: Stage, one: SeedCase): Promise<void> {
  const plan = await agreedPlan(contextOf(stage, one.judge, 'get-case'), one.caseId);
  const open = plan?.instalments.find(({ amount, paid }) => paid < amount);
  if (open) await payAmount(stage, one, open.amount);
}
