import type { Role } from '../../shared/cases/roles';

/** Pages of the main package. The first one opens first. */
export const MAIN_PAGES = [
  'pages/home/index',
  'pages/claim-access/index',
  'pages/give-feedback/index',
  'pages/sign-in/index',
  'pages/set-up-sign-in/index',
  'pages/my-devices/index',
  'pages/my-chats/index',
  'pages/hand-over/index',
  'pages/my-data/index',
  'pages/my-data-copy/index',
  'pages/request-correction/index',
  'pages/request-erasure/index',
  'pages/my-cases/index',
  'pages/certificate/index',
  'pages/verify-certificate/index',
  'pages/explain-statement/index',
  'pages/gallery/index',
];

/** One sub-package a role. A page is added here, and nowhere else. */
export const SUB_PACKAGES: Record<
  'liaison' | 'obligor' | 'obligee' | 'court' | 'citizen' | 'tips',
  string[]
> = {
  liaison: [
    'list-tasks/index',
    'get-task/index',
    'view-papers/index',
    'record-visit/index',
    'decline-task/index',
  ],
  obligor: [
    'my-case/index',
    'register-payment/index',
    'propose-plan/index',
    'register-objection/index',
    'report-hardship/index',
    'report-wrong-person/index',
  ],
  obligee: ['my-case/index', 'confirm-payment/index', 'apply-for-bounty/index'],
  court: [
    'get-desk/index',
    'list-cases/index',
    'get-case/index',
    'list-imports/index',
    'get-import/index',
    'settle-address/index',
    'undelivered/index',
    'data-requests/index',
    'exports/index',
    'funnel/index',
    'sweep-runs/index',
    'accounts/index',
    'ladder-settings/index',
    'wording-settings/index',
    'sending-settings/index',
    'chat-handovers/index',
    'chat-groups/index',
    'bounties/index',
  ],
  // Open to anybody, without signing in.
  citizen: [
    'bounty-notices/index',
    'bounty-notice/index',
    'submit-tip/index',
    'my-tip/index',
    'followed-areas/index',
  ],
  tips: [
    'list-tips/index',
    'read-tip/index',
    'errands/index',
    'duty/index',
    'rewards/index',
    'openings/index',
    'exclusions/index',
    'figures/index',
  ],
};

/** Where each role goes after signing in; home until the role has a page. */
export const FIRST_PAGES: Partial<Record<Role, string>> = {
  judge: '/court/get-desk/index',
  clerk: '/court/get-desk/index',
  officer: '/court/get-desk/index',
  chief: '/court/get-desk/index',
  'tip-desk': '/tips/list-tips/index',
  'tip-custodian': '/tips/openings/index',
  admin: '/court/accounts/index',
  'village-liaison': '/liaison/list-tasks/index',
  'town-liaison': '/liaison/list-tasks/index',
  obligor: '/pages/my-cases/index',
  obligee: '/pages/my-cases/index',
};

export const HOME = '/pages/home/index';
export const CLAIM_ACCESS = '/pages/claim-access/index';
export const GIVE_FEEDBACK = '/pages/give-feedback/index';
export const SIGN_IN = '/pages/sign-in/index';
export const SET_UP_SIGN_IN = '/pages/set-up-sign-in/index';
export const MY_DEVICES = '/pages/my-devices/index';
export const MY_CHATS = '/pages/my-chats/index';
export const HAND_OVER = '/pages/hand-over/index';
export const MY_DATA = '/pages/my-data/index';
export const MY_DATA_COPY = '/pages/my-data-copy/index';
export const REQUEST_CORRECTION = '/pages/request-correction/index';
export const REQUEST_ERASURE = '/pages/request-erasure/index';

export const LIST_TASKS = '/liaison/list-tasks/index';
export const GET_TASK = '/liaison/get-task/index';
export const VIEW_PAPERS = '/liaison/view-papers/index';
export const RECORD_VISIT = '/liaison/record-visit/index';
export const DECLINE_TASK = '/liaison/decline-task/index';

export const REGISTER_PAYMENT = '/obligor/register-payment/index';
export const PROPOSE_PLAN = '/obligor/propose-plan/index';
export const REPORT_HARDSHIP = '/obligor/report-hardship/index';
export const REGISTER_OBJECTION = '/obligor/register-objection/index';

/** The debtor's own pages, which a liaison opens with `onBehalf=1`. */
export const ON_BEHALF = {
  registerPayment: REGISTER_PAYMENT,
  proposePlan: PROPOSE_PLAN,
  reportHardship: REPORT_HARDSHIP,
  registerObjection: REGISTER_OBJECTION,
};

export const GET_DESK = '/court/get-desk/index';
export const LIST_CASES = '/court/list-cases/index';
export const GET_CASE = '/court/get-case/index';
export const LIST_IMPORTS = '/court/list-imports/index';
export const GET_IMPORT = '/court/get-import/index';
export const SETTLE_ADDRESS = '/court/settle-address/index';
export const DATA_REQUESTS = '/court/data-requests/index';
export const EXPORTS = '/court/exports/index';
export const UNDELIVERED = '/court/undelivered/index';
export const FUNNEL = '/court/funnel/index';
export const SWEEP_RUNS = '/court/sweep-runs/index';
export const ACCOUNTS = '/court/accounts/index';
export const LADDER_SETTINGS = '/court/ladder-settings/index';
export const WORDING_SETTINGS = '/court/wording-settings/index';
export const SENDING_SETTINGS = '/court/sending-settings/index';
export const CHAT_HANDOVERS = '/court/chat-handovers/index';
export const CHAT_GROUPS = '/court/chat-groups/index';
export const CERTIFICATE = '/pages/certificate/index';
export const MY_CASES = '/pages/my-cases/index';
export const EXPLAIN_STATEMENT = '/pages/explain-statement/index';
export const VERIFY_CERTIFICATE = '/pages/verify-certificate/index';
export const REPORT_WRONG_PERSON = '/obligor/report-wrong-person/index';
export const CONFIRM_PAYMENT = '/obligee/confirm-payment/index';

export const BOUNTIES = '/court/bounties/index';
export const APPLY_FOR_BOUNTY = '/obligee/apply-for-bounty/index';
export const BOUNTY_NOTICES = '/citizen/bounty-notices/index';
export const BOUNTY_NOTICE = '/citizen/bounty-notice/index';
export const SUBMIT_TIP = '/citizen/submit-tip/index';
export const MY_TIP = '/citizen/my-tip/index';
export const FOLLOWED_AREAS = '/citizen/followed-areas/index';
export const LIST_TIPS = '/tips/list-tips/index';
export const READ_TIP = '/tips/read-tip/index';
export const ERRANDS = '/tips/errands/index';
export const DUTY = '/tips/duty/index';
export const REWARDS = '/tips/rewards/index';
export const OPENINGS = '/tips/openings/index';
export const EXCLUSIONS = '/tips/exclusions/index';
export const FIGURES = '/tips/figures/index';
