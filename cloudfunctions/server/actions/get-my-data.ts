import { sql } from 'kysely';
import { caseStay } from '../../../shared/cases/retention';
import { SIDE_WORDS } from '../../../shared/cases/wording';
import { dayAt } from '../../../shared/day';
import { type Binding, rolesOf } from '../caller';
import type { CaseRow } from '../cases';
import type { Handler, SignedIn } from '../context';
import { ownBindings } from '../data-requests/file';
import { heldOfAccount, heldOfParty, heldUnread } from '../my-data/collect';
import { watermark } from '../watermark';

export const getMyData: Handler<'get-my-data'> = async ({ whole }, context) => {
  const { caller } = context;
  const groups = [];
  for (const binding of inOrder(ownBindings(context))) groups.push(await asParty(context, binding, whole));
  groups.push(await asAccount(context, whole));
  return {
    name: caller.name,
    groups,
    unread: heldUnread(),
    asProxy: caller.bindings.some(({ asProxy }) => asProxy),
    watermark: watermark(context),
  };
};

/** So that audit chains are always taken in one order. */
const inOrder = (bindings: Binding[]): Binding[] =>
  bindings.sort((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.side < b.side ? -1 : 1));

async function asParty(context: SignedIn, binding: Binding, whole: boolean) {
  const { caseId, partyId, side } = binding;
  const fields = await heldOfParty(context, binding, whole);
  const { task_number, status, ended } = await caseOf(context, caseId);
  await context.audit(caseId, 'get-my-data', { partyId, whole });
  const stay = caseStay(status, ended && dayAt(ended), context.today);
  return {
    title: `案件（查询编号 ${task_number}）里的您：${SIDE_WORDS[side]}`,
    partyId,
    stays: stay ?? '保存期已满，可以申请删除，也会自动清除',
    fields,
  };
}

async function caseOf({ tx, courtId }: SignedIn, caseId: string) {
  const { rows } = await sql<Pick<CaseRow, 'task_number' | 'status'> & { ended: Date | null }>`
    select c.task_number, c.status,
      (select max(s.ended_at) from supervisions s where s.court_id = c.court_id and s.case_id = c.case_id) as ended
    from cases c where c.court_id = ${courtId} and c.case_id = ${caseId}`.execute(tx);
  return rows[0]!;
}

async function asAccount(context: SignedIn, whole: boolean) {
  const { caller } = context;
  const fields = await heldOfAccount(context, caller, [...rolesOf(caller)], whole);
  await context.audit('court', 'get-my-data', { accountId: caller.accountId, whole });
  return { title: '您的账号', partyId: null, stays: null, fields };
}
