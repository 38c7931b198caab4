import { sql } from 'kysely';
import type { Handler, SignedIn } from '../context';
import type { OpeningRow } from '../tips/openings';
import { isKeptOut } from '../tips/rows';
import { watermark } from '../watermark';

const MOST = 100;

type Listed = OpeningRow & { seq: number; asker: string; decider: string | null };

export const listTipsterOpenings: Handler<'list-tipster-openings'> = async (_input, context) => {
  const { tx, courtId, caller, now } = context;
  const { rows } = await sql<Listed>`
    select o.*, t.seq, a.name as asker, d.name as decider
    from tipster_openings o
    join tips t on t.court_id = o.court_id and t.tip_id = o.tip_id
    join accounts a on a.court_id = o.court_id and a.account_id = o.asked_by
    left join accounts d on d.court_id = o.court_id and d.account_id = o.decided_by
    where o.court_id = ${courtId} and not ${isKeptOut(context, sql`t.case_id`)}
    order by o.state <> 'asked', o.asked_at desc limit ${MOST}`.execute(tx);
  await context.audit('court', 'list-tipster-openings', { shown: rows.length });
  return {
    openings: rows.map((row) => ({
      openingId: row.opening_id,
      number: row.seq,
      reason: row.reason,
      words: row.words,
      askedBy: row.asker,
      askedAt: row.asked_at.toISOString(),
      isMine: row.asked_by === caller.accountId,
      state: row.state === 'granted' && row.expires_at! <= now ? ('over' as const) : row.state,
      decidedBy: row.decider,
      note: row.note,
      expiresAt: row.expires_at?.toISOString() ?? null,
      opened: row.opened,
    })),
    toPay: await toPay(context),
    watermark: watermark(context),
  };
};

async function toPay(context: SignedIn) {
  const rows = await context.tx
    .selectFrom('rewards as r')
    .innerJoin('tips as t', (j) =>
      j.onRef('t.court_id', '=', 'r.court_id').onRef('t.tip_id', '=', 'r.tip_id'),
    )
    .select(['r.reward_id', 't.seq', 'r.amount_fen'])
    .where('r.court_id', '=', context.courtId)
    .where('r.state', '=', 'claimed')
    .where((e) => e.not(e.parens(isKeptOut(context, sql`r.case_id`))))
    .orderBy('r.proposed_at')
    .execute();
  return rows.map(({ reward_id, seq, amount_fen }) => ({
    rewardId: reward_id,
    number: seq,
    amount: amount_fen,
  }));
}
