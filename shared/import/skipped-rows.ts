import { cellText, compact, isBlank } from './cells';
import { COLUMNS, type ColumnKey } from './columns';
import type { Header } from './header';
import type { RawRow } from './types';

export type SkipReason = 'hidden' | 'total' | 'header' | 'footer' | 'blank';

const TOTAL = /^(?:本页|全部)?(?:合计|总计|小计|共计|累计)/;
const FOOTER =
  /^(?:制表|填表|填报|报送|审核|复核|负责人|联系人|打印|导出|统计|备注|说明|注|第\d+页|共\d+[页件条])/;

/** Why a row below the header is no case, or null when it is one. */
export function whySkipped(row: RawRow, header: Header): SkipReason | null {
  const known = Object.values(header.at).flat();
  const text = (key: ColumnKey): string => compact(cellText(row.cells[header.at[key]?.[0] ?? -1]));
  if (known.every((at) => isBlank(row.cells[at]))) return 'blank';
  const first = compact(cellText(row.cells.find((cell) => !isBlank(cell))));
  const nobody = !text('debtorId');
  if (nobody && (TOTAL.test(first) || TOTAL.test(text('caseNumber')))) return 'total';
  if (nobody && FOOTER.test(first)) return 'footer';
  if (
    text('caseNumber') === compact(header.titles[header.at.caseNumber![0]!]!) ||
    text('caseNumber') === COLUMNS.caseNumber.name
  ) {
    return 'header';
  }
  return row.hidden ? 'hidden' : null;
}
