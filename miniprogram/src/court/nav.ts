import type { NavItem } from '../components';
import { GET_DESK, LIST_CASES, LIST_IMPORTS, SETTLE_ADDRESS } from '../routes';

const ITEMS: NavItem[] = [
  { word: '卡在哪里', url: GET_DESK },
  { word: '全部案件', url: LIST_CASES },
  { word: '导入案件', url: LIST_IMPORTS },
  { word: '地址认领', url: SETTLE_ADDRESS },
];

/** The desk's navigation, with the place where one is. */
export function navAt(here: string): NavItem[] {
  return ITEMS.map((item) => ({ ...item, here: item.url === here }));
}
