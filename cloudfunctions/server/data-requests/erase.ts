import { sql } from 'kysely';
import type { CaseStatus } from '../../../shared/cases/case-status';
import type { DataOutcome } from '../../../shared/cases/data-requests';
import { caseStay } from '../../../shared/cases/retention';
import { dayAt } from '../../../shared/day';
import type { SignedIn } from '../context';
import { emptyingOf, eraseCase } from '../erase-case';
import type { DataRequestRow } from './rows';

interface OwnCase {
  caseId: string;
  partyId: string;
  taskNumber: string;
  status: CaseStatus;
  endedAt: Date | null;
  hasOtherPhones: boolean;
}

/** What an erasure takes away now, and what must stay. */
export interface Erasure extends DataOutcome {
  /** Whole cases whose time has passed. */
  cases: string[];
  /** In cases that stay: what no purpose needs any more. */
  parties: string[];
  account: string | null;
}

/** Looks, and takes nothing away. */
export async function planErasure(context: SignedIn, row: DataRequestRow): Promise<Erasure> {
  const plan: Erasure = { cases: [], parties: [], account: null, done: [], stays: [] };
  if (row.scope !== 'account') for (const one of await casesOf(context, row)) planCase(context, plan, one);
  if (row.scope !== 'case') await planAccount(context, plan, row.account_id);
  if (plan.done.length === 0) plan.done.push('没有可以再删除的信息');
  return plan;
}

function planCase({ today }: SignedIn, plan: Erasure, one: OwnCase): void {
  const stay = caseStay(one.status, one.endedAt && dayAt(one.endedAt), today);
  const title = `案件（查询编号 ${one.taskNumber}）`;
  if (stay === null) {
    plan.cases.push(one.caseId);
    plan.done.push(`${title}里的个人信息和材料`);
    return;
  }
  if (one.hasOtherPhones) {
    plan.parties.push(one.partyId);
    plan.done.push(`${title}里多余的其他电话`);
  }
  plan.stays.push(`${title}里的其他信息：${stay}`);
}

async function planAccount(context: SignedIn, plan: Erasure, accountId: string): Promise<void> {
  plan.account = accountId;
  plan.done.push('意见反馈、已结束的登录记录、微信绑定');
  if (await isInUse(context, accountId))
    plan.stays.push('账号的姓名、号码和登录：账号还在使用，停用 180 天后自动清除');
}

/** The cases of which he is himself a party, as far as they still hold anything. */
async function casesOf({ tx, courtId }: SignedIn, row: DataRequestRow): Promise<OwnCase[]> {
  const { rows } = await sql<OwnCase>`
    select distinct c.case_id as "caseId", p.party_id as "partyId", c.task_number as "taskNumber", c.status,
      p.other_phones_sealed is not null as "hasOtherPhones",
      (select max(s.ended_at) from supervisions s where s.court_id = c.court_id and s.case_id = c.case_id) as "endedAt"
    from party_bindings b
    join parties p on p.court_id = b.court_id and p.party_id = b.party_id
    join cases c on c.court_id = p.court_id and c.case_id = p.case_id
    where b.court_id = ${courtId} and b.account_id = ${row.account_id} and not b.as_proxy and b.unbound_at is null
      and (${row.party_id}::text is null or p.party_id = ${row.party_id}) and c.erased_at is null
    order by c.case_id, p.party_id`.execute(tx);
  return rows;
}

async function isInUse({ tx, courtId }: SignedIn, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select disabled_at is null as used from accounts
    where court_id = ${courtId} and account_id = ${accountId}`.execute(tx);
  return rows[0]?.used ?? false;
}

/** Takes away what was planned; whole cases by the same hand as the daily sweep, each with its line of proof. */
export async function erase(context: SignedIn, plan: Erasure, requestId: string): Promise<void> {
  const { tx, courtId, caller } = context;
  const empty = await emptyingOf(tx);
  for (const caseId of plan.cases)
    await eraseCase(context, { courtId, caseId, actor: caller.accountId, empty, requestId });
  for (const partyId of plan.parties) {
    await tx
      .updateTable('parties')
      .set({ other_phones_sealed: null })
      .where('court_id', '=', courtId)
      .where('party_id', '=', partyId)
      .execute();
  }
  if (plan.account) await emptyAccount(context, plan.account);
}

/** Whoever is signed in stays so to the end of his session, and comes back with a new code. */
async function emptyAccount({ tx, courtId, now }: SignedIn, accountId: string): Promise<void> {
  for (const table of ['feedback', 'answered', 'known_devices'] as const) {
    await tx.deleteFrom(table).where('court_id', '=', courtId).where('account_id', '=', accountId).execute();
  }
  await tx
    .deleteFrom('sessions')
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .where((e) => e.or([e('revoked_at', 'is not', null), e('expires_at', '<', now)]))
    .execute();
  await tx
    .updateTable('accounts')
    .set({ openid: null })
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .execute();
}
