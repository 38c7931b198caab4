import type { Role } from '../../shared/cases/roles';

/** Pages of the main package. The first one opens first. */
export const MAIN_PAGES = [
  'pages/home/index',
  'pages/claim-access/index',
  'pages/give-feedback/index',
  'pages/gallery/index',
];

/** One sub-package a role. A page is added here, and nowhere else. */
export const SUB_PACKAGES: Record<'liaison' | 'obligor' | 'obligee' | 'court', string[]> = {
  liaison: [
    'list-tasks/index',
    'get-task/index',
    'view-papers/index',
    'record-visit/index',
    'decline-task/index',
  ],
  obligor: [],
  obligee: [],
  court: [
    'get-desk/index',
    'list-cases/index',
    'get-case/index',
    'list-imports/index',
    'get-import/index',
    'settle-address/index',
  ],
};

/** Where each role goes after signing in; home until the role has a page. */
export const FIRST_PAGES: Partial<Record<Role, string>> = {
  judge: '/court/get-desk/index',
  clerk: '/court/get-desk/index',
  officer: '/court/get-desk/index',
  chief: '/court/get-desk/index',
  'village-liaison': '/liaison/list-tasks/index',
  'town-liaison': '/liaison/list-tasks/index',
};

export const HOME = '/pages/home/index';
export const CLAIM_ACCESS = '/pages/claim-access/index';
export const GIVE_FEEDBACK = '/pages/give-feedback/index';

export const LIST_TASKS = '/liaison/list-tasks/index';
export const GET_TASK = '/liaison/get-task/index';
export const VIEW_PAPERS = '/liaison/view-papers/index';
export const RECORD_VISIT = '/liaison/record-visit/index';
export const DECLINE_TASK = '/liaison/decline-task/index';

/** The debtor's own pages, which a liaison opens with `onBehalf=1`. */
export const ON_BEHALF = {
  registerPayment: '/obligor/register-payment/index',
  proposePlan: '/obligor/propose-plan/index',
  reportHardship: '/obligor/report-hardship/index',
  registerObjection: '/obligor/register-objection/index',
};

export const GET_DESK = '/court/get-desk/index';
export const LIST_CASES = '/court/list-cases/index';
export const GET_CASE = '/court/get-case/index';
export const LIST_IMPORTS = '/court/list-imports/index';
export const GET_IMPORT = '/court/get-import/index';
export const SETTLE_ADDRESS = '/court/settle-address/index';
export const CERTIFICATE = '/pages/certificate/index';
