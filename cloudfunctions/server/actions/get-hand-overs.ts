import type { Handler, SignedIn } from '../context';
import { colleaguesOf } from '../posts';

export const getHandOvers: Handler<'get-hand-overs'> = async (_input, context) => ({
  given: await linesOf(context, 'from_account_id', 'to_account_id'),
  taken: await linesOf(context, 'to_account_id', 'from_account_id'),
  colleagues: (await colleaguesOf(context)).map(({ accountId, name, words }) => ({
    accountId,
    name,
    post: words,
  })),
});

type Side = 'from_account_id' | 'to_account_id';

async function linesOf({ tx, courtId, caller, today }: SignedIn, mine: Side, other: Side) {
  const rows = await tx
    .selectFrom('hand_overs as h')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'h.court_id').onRef('a.account_id', '=', `h.${other}`),
    )
    .select(['h.hand_over_id', 'a.name', 'h.valid_from', 'h.valid_to'])
    .where('h.court_id', '=', courtId)
    .where(`h.${mine}`, '=', caller.accountId)
    .where('h.ended_at', 'is', null)
    .where('h.valid_to', '>=', today)
    .orderBy('h.valid_from')
    .execute();
  return rows.map((row) => ({
    handOverId: row.hand_over_id,
    name: row.name,
    from: row.valid_from,
    to: row.valid_to,
    isRunning: row.valid_from <= today,
  }));
}
