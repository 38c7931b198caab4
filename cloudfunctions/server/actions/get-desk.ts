import { CASE_STATUSES } from '../../../shared/cases/case-status';
import type { Handler, SignedIn } from '../context';
import { countDataRequests } from '../data-requests/rows';
import { countWaiting } from '../exports/rows';
import { casesInReach } from '../reach';
import { sendingHere } from '../sending';
import { findStuck } from '../stuck';
import { countUndelivered } from '../undelivered';
import { countUnmatched } from '../unmatched';

export const getDesk: Handler<'get-desk'> = async (_input, context) => {
  const { stuck, total } = await findStuck(context);
  return {
    counts: await countByStatus(context),
    unmatchedAddresses: await countUnmatched(context),
    undelivered: await countUndelivered(context),
    dataRequests: await countDataRequests(context),
    exports: await countWaiting(context),
    trial: (await sendingHere(context)).trial,
    stuck,
    stuckTotal: total,
    lastSweep: await lastSweep(context),
  };
};

async function countByStatus(context: SignedIn) {
  const rows = await context.tx
    .selectFrom('cases as c')
    .select((e) => ['c.status', e.fn.countAll<number>().as('cases')])
    .where('c.court_id', '=', context.courtId)
    .where(casesInReach(context))
    .groupBy('c.status')
    .execute();
  return CASE_STATUSES.map((status) => ({
    status,
    cases: rows.find((row) => row.status === status)?.cases ?? 0,
  }));
}

async function lastSweep({ tx }: SignedIn) {
  const run = await tx
    .selectFrom('sweep_runs')
    .select(['finished_at', 'planned', 'delivered', 'failed'])
    .where('finished_at', 'is not', null)
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  if (!run) return null;
  const { finished_at, ...counts } = run;
  return { at: finished_at!.toISOString(), ...counts };
}
