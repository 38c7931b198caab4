import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../shared/actions';
import type { BountyPayer } from '../../../shared/cases/bounty-notice';
import type { RewardState } from '../../../shared/cases/reward';
import type { Handler, SignedIn } from '../context';
import { type RewardRow, tookPart } from '../rewards/rows';
import { SEALED } from '../sensitive';
import { isKeptOut } from '../tips/rows';
import { watermark } from '../watermark';

const PAGE = 20;
type Line = OutputOf<'list-rewards'>['rewards'][number];
const ENDED: RewardState[] = ['paid', 'refused', 'void'];

type Listed = RewardRow & {
  seq: number;
  case_number: string;
  number: string | null;
  payer: BountyPayer;
  policy_number: string | null;
  proposer: string;
  approvers: string[];
  ledger: Line['ledger'];
  total: number;
};

export const listRewards: Handler<'list-rewards'> = async ({ filter, page }, context) => {
  const rows = await rowsOf(context, filter, page);
  await context.audit('court', 'list-rewards', { filter, shown: rows.length });
  const total = rows[0]?.total ?? 0;
  return {
    rewards: rows.map((row) => lineOf(context, row)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    watermark: watermark(context),
  };
};

async function rowsOf(context: SignedIn, filter: InputOf<'list-rewards'>['filter'], page: number) {
  const isOver = sql`r.state = any(${ENDED}::text[]) and (r.dispute_at is null or r.dispute_answer is not null)`;
  const { rows } = await sql<Listed>`
    select r.*, t.seq, c.case_number, b.number, b.payer, b.policy_number, p.name as proposer,
      array_remove(array[f.name, s.name], null) as approvers,
      coalesce((select jsonb_agg(jsonb_build_object('account', l.account, 'debit', l.debit_fen, 'credit', l.credit_fen)
          order by l.credit_fen > 0, l.account)
        from reward_ledger l where l.court_id = r.court_id and l.reward_id = r.reward_id), '[]') as ledger,
      count(*) over ()::int as total
    from rewards r
    join tips t on t.court_id = r.court_id and t.tip_id = r.tip_id
    join cases c on c.court_id = r.court_id and c.case_id = r.case_id
    join clues k on k.court_id = r.court_id and k.clue_id = r.clue_id
    join bounty_notices b on b.court_id = k.court_id and b.bounty_id = k.bounty_id
    join accounts p on p.court_id = r.court_id and p.account_id = r.proposed_by
    left join accounts f on f.court_id = r.court_id and f.account_id = r.first_by
    left join accounts s on s.court_id = r.court_id and s.account_id = r.second_by
    where r.court_id = ${context.courtId} and not ${isKeptOut(context, sql`r.case_id`)}
      and (${isOver}) = ${filter === 'ended'}
    order by r.proposed_at desc, r.reward_id
    limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(context.tx);
  return rows;
}

function lineOf({ app, caller }: SignedIn, row: Listed): Line {
  const tookNoPart = !tookPart(row).includes(caller.accountId);
  return {
    rewardId: row.reward_id,
    number: row.seq,
    caseNumber: row.case_number,
    bountyNumber: row.number,
    state: row.state,
    realized: row.realized_fen,
    amount: row.amount_fen,
    fromCreditor: row.from_creditor_fen,
    fromInsurer: row.from_insurer_fen,
    creditorNet: row.creditor_net_fen,
    payer: row.payer,
    policyNumber: row.policy_number,
    basis: row.basis,
    proposedBy: row.proposer,
    proposedAt: row.proposed_at.toISOString(),
    approvedBy: row.approvers,
    note: row.note,
    exclusion: row.exclusion,
    releaseDocument: row.release_document,
    receiptNumber: row.receipt_number,
    paidDay: row.paid_day,
    ledger: row.ledger,
    dispute:
      row.dispute_at && row.dispute_sealed
        ? {
            words: app.tipVault.open(SEALED.tipWords, row.dispute_sealed),
            at: row.dispute_at.toISOString(),
            answer: row.dispute_answer,
          }
        : null,
    mayDecide: tookNoPart && (row.state === 'proposed' || row.state === 'approved-once'),
    mayAnswer: tookNoPart && row.dispute_at !== null && row.dispute_answer === null,
  };
}
