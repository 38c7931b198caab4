import type { ColumnType, Generated } from 'kysely';
import type { CaseStatus } from '../../../shared/cases/case-status';
import type {
  Correctable,
  DataOutcome,
  DataRequestKind,
  DataRequestState,
  ErasureScope,
  Ground,
} from '../../../shared/cases/data-requests';
import type { ExportColumn, ExportState, MaskableColumn } from '../../../shared/cases/exports';
import type { RevealField, RevealReason } from '../../../shared/cases/reveal';
import type { Role } from '../../../shared/cases/roles';
import type {
  NoticeState,
  PaymentMethod,
  PaymentState,
  PlanState,
  RequestKind,
  RequestState,
  TaskState,
  VisitOutcome,
} from '../../../shared/cases/stages';
import type { Day } from '../../../shared/day';
import type { Fen } from '../../../shared/money';
import type { ChannelName, NoticeChannel, Weight } from '../../../shared/reminders/weight';
import type { ChatTables } from './chat-tables';
import type { TipTables } from './tip-tables';

/** The tables of the migrations, as Kysely sees them. `Fen` and `Day` come parsed from storage/connect.ts. */
type Json<T = unknown> = ColumnType<T, string, string>;

export interface CourtsTable {
  court_id: string;
  name: string;
  county: string;
  phone: string;
  hotline: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
}

export interface TownsTable {
  court_id: string;
  town_id: string;
  code: string;
  name: string;
  aliases: Generated<string[]>;
}

export interface VillagesTable {
  court_id: string;
  village_id: string;
  town_id: string;
  code: string;
  name: string;
  aliases: Generated<string[]>;
}

export interface TeamsTable {
  court_id: string;
  team_id: string;
  name: string;
}

export interface TeamTownsTable {
  court_id: string;
  team_id: string;
  town_id: string;
  valid_from: Day;
  valid_to: Day | null;
}

export interface AccountsTable {
  court_id: string;
  account_id: string;
  name: string;
  phone_sealed: string | null;
  phone_index: string | null;
  openid: string | null;
  created_at: Date;
  disabled_at: Date | null;
}

export interface RoleGrantsTable {
  court_id: string;
  account_id: string;
  role: Role;
  village_id: string | null;
  town_id: string | null;
  team_id: string | null;
  valid_from: Day;
  valid_to: Day | null;
  grant_id: Generated<string>;
  granted_by: string | null;
  granted_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

export interface HandOversTable {
  court_id: string;
  hand_over_id: string;
  from_account_id: string;
  to_account_id: string;
  valid_from: Day;
  valid_to: Day;
  made_at: Date;
  ended_at: Date | null;
}

export interface CredentialsTable {
  court_id: string;
  account_id: string;
  login_name: string;
  password_hash: string;
  must_change: Generated<boolean>;
  given_until: Date | null;
  totp_secret_sealed: string | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  totp_next_sealed: string | null;
}

export interface RecoveryCodesTable {
  court_id: string;
  account_id: string;
  code_hash: string;
  used_at: Date | null;
}

export interface SessionsTable {
  court_id: string;
  session_id: string;
  account_id: string;
  how: 'password' | 'code' | 'demo' | 'bot';
  device: Generated<string>;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  rotation: Generated<number>;
  seen_rotation: Generated<number>;
  revoked_at: Date | null;
  revoked_reason: string | null;
}

export interface KnownDevicesTable {
  court_id: string;
  account_id: string;
  token_hash: string;
  last_used_at: Date;
}

export interface SignInFailuresTable {
  subject: string;
  failures: number;
  last_at: Date;
}

export interface DemoPersonasTable {
  persona: string;
  court_id: string;
  account_id: string;
  words: string;
  phone: string;
  sort: number;
}

export interface CasesTable {
  court_id: string;
  case_id: string;
  case_number: string;
  task_number: string;
  instrument_number: string | null;
  instrument_type: string;
  cause: string | null;
  status: Generated<CaseStatus>;
  effective_day: Day;
  due_day: Day;
  claimed_fen: Fen;
  paid_before_fen: Generated<Fen>;
  principal_fen: Fen;
  costs_fen: Generated<Fen>;
  general_numerator: number | null;
  general_denominator: number | null;
  general_per: 'day' | 'year' | null;
  general_start: Day | null;
  judge_account_id: string | null;
  judge_name: string | null;
  clerk_name: string | null;
  town_id: string | null;
  village_id: string | null;
  team_id: string | null;
  guarantee: string | null;
  note: string | null;
  import_batch_id: string | null;
  created_at: Date;
  updated_at: Date;
  erased_at: Generated<Date | null>;
  closed_readings: ColumnType<unknown, string | undefined, string>;
}

export interface PartiesTable {
  court_id: string;
  party_id: string;
  case_id: string;
  side: 'obligor' | 'obligee';
  kind: 'natural' | 'organisation';
  name: string;
  id_number_sealed: string | null;
  id_number_index: string | null;
  phone_sealed: string | null;
  phone_index: string | null;
  other_phones_sealed: string | null;
  service_address_sealed: string | null;
  household_address_sealed: string | null;
  village_id: string | null;
  public_official: boolean | null;
  contact_state: Generated<'ok' | 'no-phone' | 'wrong-number' | 'opted-out'>;
  contact_source: string | null;
  contact_corrected_at: Date | null;
  sort: Generated<number>;
}

export interface PartyBindingsTable {
  court_id: string;
  party_id: string;
  account_id: string;
  as_proxy: Generated<boolean>;
  bound_at: Date;
  unbound_at: Date | null;
}

export interface ProxyConsentsTable {
  court_id: string;
  consent_id: string;
  case_id: string;
  party_id: string | null;
  given_to_account_id: string;
  relation: string;
  consent: string;
  proxy_name: string | null;
  note: Generated<string>;
  action: string;
  recorded_at: Date;
}

export interface AccessCodesTable {
  court_id: string;
  code_index: string;
  party_id: string;
  issued_at: Date;
  expires_at: Date;
  used_at: Date | null;
  notice_id: string | null;
}

export interface TurnsTable {
  subject: string;
  ends_at: Date;
  taken: number;
}

export interface CodeAsksTable {
  court_id: string;
  ask: Generated<string>;
  phone_index: string;
  ending_index: string;
  asked_at: Date;
}

export interface AttemptsTable {
  subject: string;
  at: Date;
}

export interface ObligationPortionsTable {
  court_id: string;
  case_id: string;
  sort: number;
  amount_fen: Fen;
  due_day: Day;
}

export interface SupervisionsTable {
  court_id: string;
  supervision_id: string;
  case_id: string;
  started_by: string;
  started_at: Date;
  ended_at: Date | null;
  ending: string | null;
  ending_note: string | null;
  next_reminder_at: Date | null;
  planned_at: Date | null;
  last_step_day: Day | null;
  notice_number: string;
}

export interface TasksTable {
  court_id: string;
  task_id: string;
  ordinal: Generated<number>;
  case_id: string;
  supervision_id: string;
  party_id: string;
  role: 'village-liaison' | 'town-liaison' | 'officer';
  village_id: string | null;
  town_id: string | null;
  team_id: string | null;
  state: Generated<TaskState>;
  due_day: Day;
  created_at: Date;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  reminded_at: Date | null;
  escalated_at: Date | null;
  idle_nudged_at: Date | null;
  idle_escalated_at: Date | null;
  decline_reason: string | null;
  declined_at: Date | null;
  ended_at: Date | null;
  ending: string | null;
}

export interface VisitsTable {
  court_id: string;
  visit_id: string;
  task_id: string;
  case_id: string;
  account_id: string;
  outcome: VisitOutcome;
  note: Generated<string>;
  file_ids: Generated<string[]>;
  visited_at: Date;
  recorded_at: Date;
}

export interface PaymentsTable {
  court_id: string;
  payment_id: string;
  case_id: string;
  amount_fen: Fen;
  paid_day: Day;
  method: PaymentMethod;
  note: Generated<string>;
  file_ids: Generated<string[]>;
  state: Generated<PaymentState>;
  registered_by: string;
  registered_role: string;
  registered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  settles_in_full: Generated<boolean>;
}

export interface PlansTable {
  court_id: string;
  plan_id: string;
  case_id: string;
  state: Generated<PlanState>;
  proposed_by: string;
  proposed_side: 'obligor' | 'obligee';
  proposed_as: Generated<'self' | 'proxy' | 'liaison'>;
  proposed_at: Date;
  confirmed_before_fen: Generated<Fen>;
  note: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string | null;
}

export interface PlanInstalmentsTable {
  court_id: string;
  plan_id: string;
  sort: number;
  due_day: Day;
  amount_fen: Fen;
}

export interface DataRequestsTable {
  court_id: string;
  request_id: string;
  account_id: string;
  party_id: string | null;
  kind: DataRequestKind;
  field: Correctable | null;
  scope: ErasureScope | null;
  wanted_sealed: string | null;
  why: string;
  state: Generated<DataRequestState>;
  made_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  answer: string | null;
  ground: Ground | null;
  outcome: ColumnType<DataOutcome | null, string | null | undefined, string | null>;
}

export interface RevealsTable {
  court_id: string;
  reveal_id: string;
  case_id: string;
  party_id: string;
  account_id: string;
  field: RevealField;
  reason: RevealReason;
  words: string | null;
  at: Date;
}

export interface ExportsTable {
  court_id: string;
  export_id: string;
  number: string;
  account_id: string;
  asked_at: Date;
  why: string;
  status: CaseStatus | null;
  town_id: string | null;
  search: string | null;
  columns: ExportColumn[];
  clear_asked: MaskableColumn[];
  clear_granted: Generated<MaskableColumn[]>;
  cases: number;
  state: Generated<ExportState>;
  decided_by: string | null;
  decided_at: Date | null;
  answer: string | null;
  expires_at: Date | null;
  downloads: Generated<number>;
}

export interface RequestsTable {
  court_id: string;
  request_id: string;
  case_id: string;
  kind: RequestKind;
  state: Generated<RequestState>;
  text: string;
  file_ids: Generated<string[]>;
  made_by: string;
  made_at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
}

export interface EnforcementApplicationsTable {
  court_id: string;
  case_id: string;
  applied_by: string;
  applied_at: Date;
  filed_day: Day | null;
  enforcement_number: string | null;
}

export interface CertificatesTable {
  court_id: string;
  number: string;
  case_id: string;
  verify_code: string;
  performed_day: Day;
  confirmed_by: string;
  issued_at: Date;
}

export interface PaperNumbersTable {
  court_id: string;
  kind: string;
  year: number;
  last: number;
}

export interface TimelineTable {
  court_id: string;
  case_id: string;
  at: Date;
  sort: Generated<number>;
  words: string;
  readers: Generated<string[]>;
}

export interface NoticesTable {
  court_id: string;
  notice_id: string;
  case_id: string;
  recipient: string;
  party_id: string | null;
  account_id: string | null;
  channel: NoticeChannel;
  step: string;
  step_day: Day;
  nth: Generated<number>;
  audience: 'obligor' | 'obligee' | 'liaison' | 'team';
  facts: ColumnType<Record<string, string>, string | undefined, string>;
  state: Generated<NoticeState>;
  serial: string | null;
  reason: string | null;
  template: string | null;
  template_version: number | null;
  told_with: string | null;
  created_at: Date;
  sent_at: Date | null;
  decided_at: Date | null;
}

export interface OutboxTable {
  court_id: string;
  notice_id: string;
  channel: NoticeChannel;
  person: string;
  weight: Weight;
  not_before: Date;
  attempts: Generated<number>;
  claimed_by: string | null;
  claim_expires_at: Date | null;
  called_at: Date | null;
}

export interface ToldTodayTable {
  person: string;
  day: Day;
  weight: Weight;
  notice_id: string;
}

export interface UndeliveredTable {
  court_id: string;
  notice_id: string;
  case_id: string;
  party_id: string | null;
  account_id: string | null;
  state: 'permanent' | 'unknown';
  reason: string;
  at: Date;
  handled_at: Date | null;
  handled_by: string | null;
  handling: string | null;
  note: string | null;
}

export interface CarriersTable {
  channel: ChannelName;
  next_slot_at: Generated<Date>;
  paused_until: Date | null;
  failing_since: Date | null;
  failures: Generated<number>;
  reason: string | null;
  alarmed_at: Date | null;
}

export interface CarrierReportsTable {
  channel: ChannelName;
  report_key: string;
  serial: string | null;
  outcome: string;
  reason: string | null;
  phone_index: string | null;
  reported_at: Date;
  received_at: Date;
  applied_at: Date | null;
}

export interface DoubtsTable {
  court_id: string;
  notice_id: string;
  channel: ChannelName;
  ask_at: Date;
  asks: Generated<number>;
}

export interface CarrierSerialsTable {
  channel: ChannelName;
  serial: string;
  court_id: string;
  notice_id: string;
  sent_at: Date;
}

export interface LaddersTable {
  court_id: string;
  version: number;
  valid_from: Day;
  ladder: Json;
  saved_by: string;
  saved_at: Date;
}

export interface WordingsTable {
  court_id: string;
  template: string;
  channel: ChannelName;
  version: number;
  body: string;
  saved_by: string;
  saved_at: Date;
}

export interface AlarmsTable {
  kind: string;
  since: Date;
  told_at: Date | null;
}

export interface OptOutsTable {
  phone_index: string;
  reason: string;
  at: Date;
}

export interface SweepMarksTable {
  mark: string;
  day: Day;
  at: Date;
}

export interface SweepRunsTable {
  run_id: string;
  started_at: Date;
  finished_at: Date | null;
  planned: Generated<number>;
  delivered: Generated<number>;
  failed: Generated<number>;
  suppressed: Generated<number>;
  unknown: Generated<number>;
  stages: ColumnType<Record<string, number>, string | undefined, string>;
  error: string | null;
}

export interface FilesTable {
  court_id: string;
  file_id: string;
  case_id: string | null;
  purpose: string;
  file_name: string;
  media_type: string;
  bytes: number;
  sha256: string | null;
  owner_account_id: string;
  state: Generated<'reserved' | 'stored' | 'erased'>;
  created_at: Date;
}

export interface ImportBatchesTable {
  court_id: string;
  batch_id: string;
  file_name: string;
  state: 'checked' | 'committing' | 'committed' | 'undone' | 'expired';
  checked_by: string;
  checked_at: Date;
  committed_at: Date | null;
  undone_at: Date | null;
  totals: Json;
  progress_done: Generated<number>;
  progress_total: Generated<number>;
  outcome: Json | null;
  problems: Json;
  cases_sealed: string | null;
  sheet_sealed: string | null;
}

export interface ImportChangesTable {
  court_id: string;
  batch_id: string;
  case_id: string;
  kind: 'created' | 'updated';
  before: Json | null;
}

export interface FeedbackTable {
  court_id: string;
  feedback_id: string;
  account_id: string;
  text: string;
  at: Date;
}

export interface AnsweredTable {
  court_id: string;
  account_id: string;
  idempotency_key: string;
  action: string;
  input_hash: string;
  /** Null while it is being answered. */
  answer_sealed: string | null;
  at: Date;
}

export interface KeyRotationsTable {
  target: string;
  table_name: string;
  last_key: string[] | null;
  looked_at: Generated<number>;
  resealed: Generated<number>;
  finished_at: Date | null;
}

export interface AuditAnchorsTable {
  day: Day;
  at: Date;
  root: string;
  chains: number;
}

export interface AuditLinesTable {
  court_id: string;
  subject: string;
  seq: number;
  at: Date;
  actor: string;
  action: string;
  facts: Json<Record<string, unknown>>;
  previous_hash: string;
  hash: string;
}

export interface DemoClockTable {
  only_row: Generated<boolean>;
  offset_ms: number;
}

export interface HolidayYearsTable {
  year: number;
  notice: string;
  rest_days: Day[];
  work_days: Day[];
  loaded_at: Date;
  loaded_by: string;
}

export interface Database extends ChatTables, TipTables {
  courts: CourtsTable;
  towns: TownsTable;
  villages: VillagesTable;
  teams: TeamsTable;
  team_towns: TeamTownsTable;
  accounts: AccountsTable;
  role_grants: RoleGrantsTable;
  hand_overs: HandOversTable;
  credentials: CredentialsTable;
  recovery_codes: RecoveryCodesTable;
  sessions: SessionsTable;
  known_devices: KnownDevicesTable;
  sign_in_failures: SignInFailuresTable;
  demo_personas: DemoPersonasTable;
  cases: CasesTable;
  parties: PartiesTable;
  party_bindings: PartyBindingsTable;
  proxy_consents: ProxyConsentsTable;
  access_codes: AccessCodesTable;
  attempts: AttemptsTable;
  code_asks: CodeAsksTable;
  turns: TurnsTable;
  obligation_portions: ObligationPortionsTable;
  supervisions: SupervisionsTable;
  tasks: TasksTable;
  visits: VisitsTable;
  payments: PaymentsTable;
  plans: PlansTable;
  plan_instalments: PlanInstalmentsTable;
  data_requests: DataRequestsTable;
  exports: ExportsTable;
  reveals: RevealsTable;
  requests: RequestsTable;
  enforcement_applications: EnforcementApplicationsTable;
  certificates: CertificatesTable;
  paper_numbers: PaperNumbersTable;
  timeline: TimelineTable;
  notices: NoticesTable;
  opt_outs: OptOutsTable;
  outbox: OutboxTable;
  told_today: ToldTodayTable;
  undelivered: UndeliveredTable;
  carriers: CarriersTable;
  carrier_reports: CarrierReportsTable;
  carrier_serials: CarrierSerialsTable;
  doubts: DoubtsTable;
  ladders: LaddersTable;
  wordings: WordingsTable;
  alarms: AlarmsTable;
  sweep_marks: SweepMarksTable;
  sweep_runs: SweepRunsTable;
  files: FilesTable;
  import_batches: ImportBatchesTable;
  import_changes: ImportChangesTable;
  feedback: FeedbackTable;
  answered: AnsweredTable;
  audit_lines: AuditLinesTable;
  audit_anchors: AuditAnchorsTable;
  key_rotations: KeyRotationsTable;
  demo_clock: DemoClockTable;
  holiday_years: HolidayYearsTable;
}
