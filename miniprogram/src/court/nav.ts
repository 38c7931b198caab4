import type { Role } from '../../../shared/cases/roles';
import type { NavItem } from '../components';
import { FUNNEL, GET_DESK, LIST_CASES, LIST_IMPORTS, SETTLE_ADDRESS, UNDELIVERED } from '../routes';
import { hasRole, session } from '../session';

/** Without roles a place is open to all of the court. */
const ITEMS: (NavItem & { roles?: Role[] })[] = [
  { word: '卡在哪里', url: GET_DESK },
  { word: '全部案件', url: LIST_CASES },
  { word: '没有送到', url: UNDELIVERED, roles: ['clerk', 'judge', 'chief'] },
  { word: '导入案件', url: LIST_IMPORTS },
  { word: '地址认领', url: SETTLE_ADDRESS },
  { word: '提醒效果', url: FUNNEL, roles: ['judge', 'chief', 'admin'] },
];

/** The desk's navigation, with the place where one is. */
export function navAt(here: string): NavItem[] {
  const { me } = session.get();
  return ITEMS.filter(({ url, roles }) => url === here || !roles || hasRole(me, ...roles)).map(
    ({ word, url }) => ({ word, url, here: url === here }),
  );
}
