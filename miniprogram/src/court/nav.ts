import { COURT_ROLES, type Role } from '../../../shared/cases/roles';
import type { NavItem } from '../components';
import {
  ACCOUNTS,
  BOUNTIES,
  CHAT_GROUPS,
  CHAT_HANDOVERS,
  DATA_REQUESTS,
  DUTY,
  ERRANDS,
  EXCLUSIONS,
  EXPORTS,
  FIGURES,
  FUNNEL,
  GET_DESK,
  LADDER_SETTINGS,
  LIST_CASES,
  LIST_IMPORTS,
  LIST_TIPS,
  OPENINGS,
  REWARDS,
  SETTLE_ADDRESS,
  SWEEP_RUNS,
  UNDELIVERED,
} from '../routes';
import { hasRole, session } from '../session';

const ITEMS: (NavItem & { roles: readonly Role[] })[] = [
  { word: '卡在哪里', url: GET_DESK, roles: COURT_ROLES },
  { word: '全部案件', url: LIST_CASES, roles: COURT_ROLES },
  { word: '没有送到', url: UNDELIVERED, roles: ['clerk', 'judge', 'chief'] },
  { word: '个人信息申请', url: DATA_REQUESTS, roles: ['clerk', 'judge', 'chief'] },
  { word: '导出申请', url: EXPORTS, roles: COURT_ROLES },
  { word: '聊天转人工', url: CHAT_HANDOVERS, roles: ['clerk', 'judge', 'chief'] },
  { word: '悬赏公告', url: BOUNTIES, roles: ['clerk', 'judge', 'chief'] },
  { word: '线索值班', url: LIST_TIPS, roles: ['tip-desk', 'chief'] },
  { word: '值班表', url: DUTY, roles: ['tip-desk', 'chief'] },
  { word: '派出任务', url: ERRANDS, roles: ['officer'] },
  { word: '奖励', url: REWARDS, roles: ['judge', 'chief'] },
  { word: '身份保管', url: OPENINGS, roles: ['tip-custodian', 'chief'] },
  { word: '线索回避', url: EXCLUSIONS, roles: ['chief'] },
  { word: '线索统计', url: FIGURES, roles: ['judge', 'chief'] },
  { word: '导入案件', url: LIST_IMPORTS, roles: COURT_ROLES },
  { word: '地址认领', url: SETTLE_ADDRESS, roles: COURT_ROLES },
  { word: '账号和身份', url: ACCOUNTS, roles: ['admin'] },
  { word: '提醒效果', url: FUNNEL, roles: ['judge', 'chief', 'admin'] },
  { word: '提醒设置', url: LADDER_SETTINGS, roles: [...COURT_ROLES, 'admin'] },
  { word: '群与机器人', url: CHAT_GROUPS, roles: ['chief', 'admin'] },
  { word: '发送运行', url: SWEEP_RUNS, roles: [...COURT_ROLES, 'admin'] },
];

/** The desk's navigation, with the place where one is. */
export function navAt(here: string): NavItem[] {
  const { me } = session.get();
  return ITEMS.filter(({ url, roles }) => url === here || hasRole(me, ...roles)).map(({ word, url }) => ({
    word,
    url,
    here: url === here,
  }));
}
