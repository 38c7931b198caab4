import type { Role } from '../../shared/cases/roles';

/** Pages of the main package. The first one opens first. */
export const MAIN_PAGES = [
  'pages/home/index',
  'pages/claim-access/index',
  'pages/feedback/index',
  'pages/gallery/index',
];

/** One sub-package a role. A page is added here, and nowhere else. */
export const SUB_PACKAGES: Record<'liaison' | 'obligor' | 'obligee' | 'court', string[]> = {
  liaison: [],
  obligor: [],
  obligee: [],
  court: [],
};

/** Where each role goes after signing in; home until the role has a page. */
export const FIRST_PAGES: Partial<Record<Role, string>> = {};

export const HOME = '/pages/home/index';
export const CLAIM_ACCESS = '/pages/claim-access/index';
export const FEEDBACK = '/pages/feedback/index';
