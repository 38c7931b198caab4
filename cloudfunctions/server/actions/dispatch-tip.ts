import { tipDueAt } from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { ring } from '../rings';
import { movingOf, tipsOfClue } from '../tips/clues';
import { sealOrders } from '../tips/errands';
import { officersFor } from '../tips/officers';
import { ensureTipMay, openContent, openTip, setTipState, type TipRow } from '../tips/rows';

export const dispatchTip: Handler<'dispatch-tip'> = async (input, context) => {
  const { app, tx, courtId, now, caller } = context;
  const row = await openTip(context, input.tipId);
  ensureTipMay(row, 'dispatched');
  const officers = await officersFor(context, row);
  if (!officers.some(({ accountId }) => accountId === input.accountId))
    throw new Refusal('tip-officer-wrong');
  const errandId = app.newId('errand');
  const { place, route, words } = input;
  const orders = { place, route, words, point: pointOf(context, row), ...(await whose(context, row)) };
  await tx
    .insertInto('tip_errands')
    .values({
      court_id: courtId,
      errand_id: errandId,
      tip_id: row.tip_id,
      account_id: input.accountId,
      orders_sealed: sealOrders(context, orders),
      sent_by: caller.accountId,
      sent_at: now,
      due_at: tipDueAt('dispatched', now),
    })
    .execute();
  await setTipState(context, movingOf(await tipsOfClue(context, row)), 'dispatched');
  await ring(context, [input.accountId], { kind: 'errand', aboutId: errandId });
  await context.audit('court', 'dispatch-tip', { seq: row.seq, errandId, accountId: input.accountId });
  return { errandId };
};

const pointOf = (context: SignedIn, row: TipRow) => openContent(context, row)?.point ?? null;

async function whose({ tx, courtId }: SignedIn, row: TipRow) {
  const rows = await tx
    .selectFrom('cases as c')
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'c.court_id').onRef('p.case_id', '=', 'c.case_id'),
    )
    .select(['c.case_number', 'p.name'])
    .where('c.court_id', '=', courtId)
    .where('c.case_id', '=', row.case_id)
    .where('p.side', '=', 'obligor')
    .orderBy('p.party_id')
    .execute();
  return {
    debtorName: rows.map(({ name }) => name).join('、') || null,
    caseNumber: rows[0]?.case_number ?? null,
  };
}
