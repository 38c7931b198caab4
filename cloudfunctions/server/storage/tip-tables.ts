import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type {
  BountyEnding,
  BountyPayer,
  BountyState,
  BountyWay,
  Sought,
  StoredPromise,
} from '../../../shared/cases/bounty-notice';
import type { Exclusion, LedgerAccount, RewardState } from '../../../shared/cases/reward';
import type {
  ContentCheck,
  ErrandOutcome,
  ErrandState,
  OpeningReason,
  TipAbout,
  TipRefusal,
  TipState,
} from '../../../shared/cases/tip';
import type { Day } from '../../../shared/day';
import type { Fen } from '../../../shared/money';

/** The tables of notices, tips, errands and rewards. */

/** What everybody reads of a published notice, as it was on its day. */
export interface ShownNotice {
  debtorName: string;
  area: string;
}

export interface BountyNoticesTable {
  court_id: string;
  bounty_id: string;
  case_id: string;
  state: Generated<BountyState>;
  mode: StoredPromise['mode'];
  share_bp: number | null;
  fixed_fen: Fen | null;
  cap_fen: Fen | null;
  payer: BountyPayer;
  policy_number: string | null;
  cover_fen: Fen | null;
  sought: Sought;
  ways: BountyWay[];
  creditor_note: string;
  applied_by: string;
  applied_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  person_decision: string | null;
  text: string | null;
  note: string | null;
  approved_by: string | null;
  approved_at: Date | null;
  number: string | null;
  town_id: string | null;
  shown: ColumnType<ShownNotice | null, string | null | undefined, string | null>;
  expires_day: Day | null;
  ended_at: Date | null;
  ending: BountyEnding | null;
}

export interface AreaFollowsTable {
  court_id: string;
  account_id: string;
  town_id: string;
  at: Date;
}

export type RingState =
  | 'pending'
  | 'claimed'
  | 'accepted'
  | 'delivered'
  | 'permanent'
  | 'opted-out'
  | 'unknown';

export interface RingsTable {
  court_id: string;
  ring_id: string;
  account_id: string;
  kind: string;
  about_id: string;
  step: Generated<number>;
  facts: ColumnType<Record<string, string>, string | undefined, string>;
  not_before: Date;
  state: Generated<RingState>;
  reason: string | null;
  claimed_at: Date | null;
  tries: Generated<number>;
  done_at: Date | null;
}

export interface TipCountersTable {
  court_id: string;
  last: number;
  last_hash: string;
}

export interface CluesTable {
  court_id: string;
  clue_id: string;
  case_id: string;
  bounty_id: string | null;
  known_before: boolean;
  made_by: string;
  made_at: Date;
}

export interface TipsTable {
  court_id: string;
  tip_id: string;
  seq: number;
  received_at: Date;
  content_digest: string;
  previous_hash: string;
  hash: string;
  code_hash: string;
  sender_index: string;
  content_sealed: string | null;
  about: TipAbout;
  bounty_id: string | null;
  case_id: string | null;
  clue_id: string | null;
  state: Generated<TipState>;
  state_since: Date;
  due_at: Date | null;
  rung: Generated<number>;
  refusal: TipRefusal | null;
  note_sealed: string | null;
  check_result: ContentCheck;
  barred: Generated<boolean>;
  accepted_at: Date | null;
  dispatched_at: Date | null;
  on_site_at: Date | null;
  done_at: Date | null;
}

export interface TipMessagesTable {
  court_id: string;
  message_id: string;
  tip_id: string;
  place: GeneratedAlways<number>;
  from_side: 'court' | 'tipster';
  account_id: string | null;
  once: string | null;
  words_sealed: string;
  at: Date;
}

export interface TipPhotosTable {
  court_id: string;
  file_id: string;
  sender_index: string;
  tip_id: string | null;
  message_id: string | null;
  reserved_at: Date;
}

export interface TipstersTable {
  court_id: string;
  tip_id: string;
  identity_sealed: string;
  given_at: Date;
}

export interface TipChecksTable {
  court_id: string;
  tip_id: string;
  openid_sealed: string;
  at: Date;
  claimed_at: Date | null;
}

export interface TipBlocksTable {
  court_id: string;
  block_id: string;
  tip_id: string;
  sender_index: string;
  until: Date;
  reason: string;
  made_by: string;
  at: Date;
}

export interface TipFalseMarksTable {
  court_id: string;
  tip_id: string;
  account_id: string;
  reason: string;
  at: Date;
}

export interface TipExclusionsTable {
  court_id: string;
  account_id: string;
  case_id: string;
  reason: string;
  made_by: string;
  at: Date;
}

export interface TipErrandsTable {
  court_id: string;
  errand_id: string;
  tip_id: string;
  account_id: string;
  state: Generated<ErrandState>;
  orders_sealed: string | null;
  sent_by: string;
  sent_at: Date;
  taken_at: Date | null;
  on_site_at: Date | null;
  done_at: Date | null;
  due_at: Date | null;
  outcome: ErrandOutcome | null;
  note_sealed: string | null;
}

export interface TipEvidenceTable {
  court_id: string;
  file_id: string;
  errand_id: string;
  sha256: string;
  at: Date;
}

export interface DutyShiftsTable {
  court_id: string;
  shift_id: string;
  account_id: string;
  from_at: Date;
  to_at: Date;
  made_by: string;
}

export interface TipsterOpeningsTable {
  court_id: string;
  opening_id: string;
  tip_id: string;
  reason: OpeningReason;
  words: string;
  asked_by: string;
  asked_at: Date;
  state: Generated<'asked' | 'granted' | 'refused'>;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  expires_at: Date | null;
  opened: Generated<number>;
}

export interface RewardsTable {
  court_id: string;
  reward_id: string;
  clue_id: string;
  tip_id: string;
  case_id: string;
  state: Generated<RewardState>;
  realized_fen: Fen;
  amount_fen: Fen;
  from_creditor_fen: Fen;
  from_insurer_fen: Fen;
  creditor_net_fen: Fen;
  basis: string;
  proposed_by: string;
  proposed_at: Date;
  first_by: string | null;
  first_at: Date | null;
  second_by: string | null;
  second_at: Date | null;
  refused_by: string | null;
  note: string | null;
  exclusion: Exclusion | null;
  release_document: string | null;
  released_by: string | null;
  receipt_number: string | null;
  paid_day: Day | null;
  paid_reference: string | null;
  paid_by: string | null;
  dispute_sealed: string | null;
  dispute_at: Date | null;
  dispute_answer: string | null;
  dispute_answered_by: string | null;
}

export interface RewardLedgerTable {
  court_id: string;
  reward_id: string;
  account: LedgerAccount;
  debit_fen: Generated<Fen>;
  credit_fen: Generated<Fen>;
  at: Date;
}

export interface TipTables {
  bounty_notices: BountyNoticesTable;
  area_follows: AreaFollowsTable;
  rings: RingsTable;
  tip_counters: TipCountersTable;
  clues: CluesTable;
  tips: TipsTable;
  tip_messages: TipMessagesTable;
  tip_photos: TipPhotosTable;
  tipsters: TipstersTable;
  tip_checks: TipChecksTable;
  tip_blocks: TipBlocksTable;
  tip_false_marks: TipFalseMarksTable;
  tip_exclusions: TipExclusionsTable;
  tip_errands: TipErrandsTable;
  tip_evidence: TipEvidenceTable;
  duty_shifts: DutyShiftsTable;
  tipster_openings: TipsterOpeningsTable;
  rewards: RewardsTable;
  reward_ledger: RewardLedgerTable;
}
