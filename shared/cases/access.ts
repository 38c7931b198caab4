import type { ActionName } from '../actions';
import type { Relation, Role } from './roles';

/** Anybody; anybody with an account; or holders of a role. */
export type Who = 'public' | 'signed-in' | Role;

/**
 * What an action is about, and hence how far it reaches:
 * `case` one case, which must be the caller's in one of the roles beside it;
 * `cases` of all cases only those that are his;
 * `proof` a case that is looked for by what only its party knows, and not shown without;
 * `person` a case of his, and all that concerns the same person in others;
 * `messages` what comes from people and goes to them, of whatever case;
 * `court` what the whole court shares; `counts` how many of all its cases, and not which;
 * `door` what a citizen tells, by the code that only he has; `tips` what was told, and of which case; `errands` where
 * an officer was sent for it; `identity` who told it;
 * `self` the caller and nobody else.
 */
export type About =
  | 'case'
  | 'cases'
  | 'proof'
  | 'person'
  | 'messages'
  | 'court'
  | 'counts'
  | 'door'
  | 'tips'
  | 'errands'
  | 'identity'
  | 'self';

export interface Access {
  about: About;
  who: readonly Who[];
}

const of =
  (about: About) =>
  (...who: Who[]): Access => ({ about, who });
const onCase = of('case');
const onCases = of('cases');
const byProof = of('proof');
const onPerson = of('person');
const onMessages = of('messages');
const onCourt = of('court');
const onCounts = of('counts');
const atDoor = of('door');
const onTips = of('tips');
const onErrands = of('errands');
const onIdentity = of('identity');
const onSelf = of('self');

const DESK = ['judge', 'clerk', 'chief'] as const;
const COURT = [...DESK, 'officer'] as const;
const PARTIES = ['obligor', 'obligee'] as const;
const LIAISONS = ['village-liaison', 'town-liaison'] as const;
/** Who looks at what citizens tell; not at who they are. */
const TRIAGE = ['tip-desk', 'chief'] as const;
/** Who holds tasks. */
const ERRANDS = [...LIAISONS, 'officer'] as const;

/**
 * Who may do what, and to which cases: the one table that the door, the pages and the tests read. What does not
 * stand here nobody may. Which cases are a role's own is one rule for all actions: a member of the court's desk sees
 * his court, an officer what his team serves, a liaison his tasks, a party what he is bound to.
 */
export const ACCESS: Record<ActionName, Access> = {
  'accept-plan': onCase(...PARTIES),
  'acknowledge-task': onCase(...ERRANDS),
  'add-to-tip': atDoor('public'),
  'answer-errand': onErrands('officer'),
  'answer-reward-dispute': onTips('judge', 'chief'),
  'apply-for-bounty': onCase('obligee', ...DESK),
  'apply-for-enforcement': onCase('obligee'),
  'approve-bounty': onCase('judge', 'chief'),
  'ask-tipster': onTips(...TRIAGE),
  'ask-tipster-opening': onIdentity('tip-custodian'),
  'bind-chat': onMessages('bot'),
  'block-tip-sender': onTips(...TRIAGE),
  'change-password': onSelf('signed-in'),
  'check-case-list': onCourt(...DESK),
  'claim-access': byProof('public'),
  'claim-chat-notices': onMessages('bot'),
  'claim-group-posts': onCounts('bot'),
  'claim-reward': atDoor('public'),
  'commit-import': onCourt(...DESK),
  'confirm-payment': onCase('obligee', ...DESK),
  'confirm-totp': onSelf('signed-in'),
  'correct-contact': onCase(...COURT),
  'create-access-code': onCase(...COURT),
  'create-chat-code': onSelf(...LIAISONS, ...PARTIES, ...COURT),
  'create-tip-upload': atDoor('public'),
  'create-upload': onSelf('signed-in'),
  'decide-bounty': onCase('judge', 'chief'),
  'decide-data-request': onCourt('judge', 'chief'),
  'decide-export': onCourt('judge', 'chief'),
  'decide-request': onCase('judge', 'chief'),
  'decide-reward': onTips('judge', 'chief'),
  'decide-tip': onTips(...TRIAGE),
  'decide-tipster-opening': onIdentity('chief'),
  'decline-task': onCase(...ERRANDS),
  'dispatch-tip': onTips(...TRIAGE),
  'dispute-payment': onCase('obligee'),
  'dispute-reward': atDoor('public'),
  'end-chat-binding': onSelf('signed-in'),
  'end-grant': onCourt('admin'),
  'end-hand-over': onSelf('signed-in'),
  'end-session': onSelf('signed-in'),
  'exclude-from-tips': onTips('chief'),
  'explain-statement': onCase(...PARTIES, ...COURT, ...LIAISONS),
  'find-tip-cases': onTips(...TRIAGE),
  'follow-area': onSelf('signed-in'),
  'get-bounty-notice': onCourt('public'),
  'get-case': onCase(...COURT),
  'get-case-bounties': onCase('obligee', ...COURT),
  'get-certificate': onCase(...PARTIES, ...COURT),
  'get-court': onCourt('public'),
  'get-desk': onCases(...COURT),
  'get-export': onCases(...COURT),
  'get-file-url': onCase('signed-in'),
  'get-funnel': onCounts('judge', 'chief', 'admin'),
  'get-hand-overs': onSelf(...LIAISONS, ...COURT),
  'get-import': onCourt(...DESK),
  'get-ladder': onCourt(...COURT, 'admin'),
  'get-marked-list': onCourt(...DESK),
  'get-me': onSelf('signed-in'),
  'get-my-case': onCase(...PARTIES),
  'get-my-data': onSelf('signed-in'),
  'get-task': onCase(...ERRANDS),
  'get-tip-figures': onCounts('judge', 'chief'),
  'give-feedback': onSelf('signed-in'),
  'grant-role': onCourt('admin'),
  'hand-over': onSelf(...LIAISONS, ...COURT),
  'hand-to-person': onSelf('bot', ...LIAISONS, ...PARTIES, ...COURT),
  'handle-undelivered': onCase(...DESK),
  'list-accounts': onCourt('admin'),
  'list-areas': onCourt(...COURT, 'admin'),
  'list-bounties': onCases(...DESK),
  'list-bounty-notices': onCourt('public'),
  'list-cases': onCases(...COURT),
  'list-chat-groups': onCourt('chief', 'admin'),
  'list-chat-handovers': onCourt(...DESK),
  'list-chat-tasks': onCases(...ERRANDS),
  'list-data-requests': onCourt(...DESK),
  'list-duty': onTips(...TRIAGE),
  'list-errands': onErrands('officer'),
  'list-exports': onCourt(...COURT),
  'list-followed-areas': onSelf('signed-in'),
  'list-imports': onCourt(...DESK),
  'list-my-cases': onCases(...PARTIES),
  'list-my-chats': onSelf('signed-in'),
  'list-my-data-requests': onSelf('signed-in'),
  'list-rewards': onTips('judge', 'chief'),
  'list-sessions': onSelf('signed-in'),
  'list-sweep-runs': onCourt(...COURT, 'admin'),
  'list-tasks': onCases(...ERRANDS),
  'list-tip-exclusions': onTips('chief'),
  'list-tips': onTips(...TRIAGE),
  'list-tipster-openings': onIdentity('tip-custodian', 'chief'),
  'list-undelivered': onCases(...DESK),
  'list-unmatched-addresses': onCases(...DESK),
  'list-wordings': onCourt(...COURT, 'admin'),
  'mark-tip-false': onTips(...TRIAGE),
  'mute-chat': onSelf('signed-in'),
  'open-chat': onMessages('bot'),
  'open-tip': atDoor('public'),
  'open-tipster': onIdentity('tip-custodian'),
  'exclude-payee': onIdentity('tip-custodian'),
  'pay-reward': onIdentity('tip-custodian'),
  'preview-ladder': onCase(...COURT),
  'preview-wording': onCourt(...COURT, 'admin'),
  'propose-plan': onCase(...PARTIES, ...LIAISONS),
  'propose-reward': onTips('judge'),
  'read-tip': onTips(...TRIAGE),
  'reassign-task': onCase(...COURT),
  'record-enforcement-filing': onCase(...COURT),
  'record-visit': onCase(...ERRANDS),
  'refresh-session': onSelf('public'),
  'register-objection': onCase('obligor', ...LIAISONS),
  'register-payment': onCase('obligor', ...LIAISONS, 'judge', 'clerk', 'officer'),
  'reject-payment': onCase('judge', 'chief'),
  'reject-plan': onCase(...PARTIES),
  'release-payee': onTips('chief'),
  'remind-liaison': onCase(...COURT),
  'report-chat-notices': onMessages('bot'),
  'report-errand': onErrands('officer'),
  'report-gateway': onSelf('bot'),
  'report-group-post': onCourt('bot'),
  'report-group-refusal': onCourt('bot'),
  'report-hardship': onCase('obligor', ...LIAISONS),
  'report-wrong-person': onPerson(...PARTIES),
  'request-access-code': byProof('public'),
  'request-correction': onSelf('signed-in'),
  'request-erasure': onSelf('signed-in'),
  'request-export': onCases(...COURT),
  'reveal-contact': onCase(...ERRANDS),
  'reveal-party-field': onCase(...COURT),
  'save-account': onCourt('admin'),
  'save-chat-group': onCourt('chief', 'admin'),
  'save-duty': onTips(...TRIAGE),
  'save-ladder': onCourt('judge', 'chief', 'admin'),
  'save-wording': onCourt('judge', 'chief', 'admin'),
  'set-chat-failover': onCourt('chief', 'admin'),
  'set-law-settings': onCourt('admin'),
  'set-sending': onCourt('judge', 'chief', 'admin'),
  'set-up-totp': onSelf('signed-in'),
  'settle-address': onCase(...DESK),
  'sign-in': onSelf('public'),
  'sign-in-bot': onSelf('public'),
  'sign-out': onSelf('signed-in'),
  'start-supervision': onCase(...DESK),
  'submit-tip': atDoor('public'),
  'take-chat-handover': onCourt(...DESK),
  'take-down-bounty': onCase('judge', 'chief'),
  'undo-import': onCourt(...DESK),
  'verify-certificate': byProof('public'),
  'view-papers': onCase(...ERRANDS),
  'withdraw-supervision': onCase(...DESK),
};

/** Whether holders of these roles may call an action at all; whose case it is, is asked when it is opened. */
export function mayCall(action: ActionName, roles: ReadonlySet<Role>): boolean {
  return ACCESS[action].who.some((who) => who === 'public' || who === 'signed-in' || roles.has(who));
}

/** Those of the roles in which the caller may do this. */
export function rolesFor<R extends Role>(action: ActionName, roles: Iterable<R>): Set<R> {
  const { who } = ACCESS[action];
  const isForAll = who.includes('public') || who.includes('signed-in');
  return new Set([...roles].filter((role) => isForAll || who.includes(role)));
}

const RELATION_OF: Record<Role, Relation | null> = {
  judge: 'court',
  clerk: 'court',
  chief: 'court',
  officer: 'court',
  'tip-desk': null,
  'tip-custodian': null,
  'village-liaison': 'liaison',
  'town-liaison': 'liaison',
  obligor: 'obligor',
  obligee: 'obligee',
  admin: null,
  bot: null,
};

/** What a holder of a role can be to a case; null for whom no case exists. */
export const relationOf = (role: Role): Relation | null => RELATION_OF[role];
