import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Somebody as one party of one case. */
export interface AsParty {
  partyId: string;
  caseId: string;
  side: 'obligor' | 'obligee';
}

/** Somebody as the holder of an account. */
export interface AsAccount {
  accountId: string;
  name: string;
}

type Of<T> = (me: T) => RawBuilder<SqlBool>;

const bySelf: Of<AsParty> = ({ partyId }) => sql`t.party_id = ${partyId}`;
const byCase: Of<AsParty> = ({ caseId }) => sql`t.case_id = ${caseId}`;
const byAccount: Of<AsAccount> = ({ accountId }) => sql`t.account_id = ${accountId}`;

/** The rows `t` of a table of the registry that are about him as a party of a case. */
export const OF_PARTY: Record<string, Of<AsParty>> = {
  parties: bySelf,
  proxy_consents: bySelf,
  reveals: bySelf,
  tasks: bySelf,
  undelivered: bySelf,
  visits: ({ partyId }) => sql`exists (
    select from tasks k where k.court_id = t.court_id and k.task_id = t.task_id and k.party_id = ${partyId})`,
  cases: byCase,
  supervisions: byCase,
  payments: byCase,
  plans: byCase,
  import_changes: byCase,
  bounty_notices: byCase,
};

/** The same of his account: what he wrote, uploaded and signed in with. */
export const OF_ACCOUNT: Record<string, Of<AsAccount>> = {
  accounts: byAccount,
  credentials: byAccount,
  sessions: byAccount,
  demo_personas: byAccount,
  answered: byAccount,
  feedback: byAccount,
  data_requests: byAccount,
  exports: byAccount,
  chat_bindings: byAccount,
  chat_codes: byAccount,
  chat_handovers: byAccount,
  requests: ({ accountId }) => sql`t.made_by = ${accountId}`,
  files: ({ accountId }) => sql`t.owner_account_id = ${accountId}`,
};

/** Whose name stands on a case is a member of the court, and no party of it. */
export const SIGNED_BY: Record<string, Of<AsAccount>> = {
  'cases.judge_name': ({ accountId }) => sql`t.judge_account_id = ${accountId}`,
  'cases.clerk_name': ({ name }) => sql`t.clerk_name = ${name}`,
};

/** Nobody can say whose a row is: keyed hashes, and lists of many people that are sealed as one. */
export const OF_NOBODY: readonly string[] = [
  'import_batches',
  'attempts',
  'sign_in_failures',
  'code_asks',
  'turns',
  'opt_outs',
  'outbox',
  'told_today',
  'carrier_reports',
  'access_codes',
  'chat_groups',
  'chat_inbox',
  // What citizens tell in confidence: not even that it is there may be told to whom it is about.
  'tips',
  'tip_photos',
  'tip_blocks',
  'tip_messages',
  'tip_false_marks',
  'tip_exclusions',
  'tip_errands',
  'tipsters',
  'tip_checks',
  'tipster_openings',
  'rewards',
];
