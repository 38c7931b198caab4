import type { OutputOf } from '../../shared/actions';

type Report = OutputOf<'get-import'>;
type Outcome = OutputOf<'commit-import'>;

const LEVEL_WORDS = { error: '错误', warning: '请核对', corrected: '已改正' };
const HEADER = ['行', '列', '程度', '原来写的', '问题', '怎么办'];
const WIDEST = 24;

/** The row report as a table for a terminal, and its totals. */
export function reportOf({ problems, totals }: Report): string {
  const rows = problems.map((one) => [
    String(one.row),
    one.column,
    LEVEL_WORDS[one.level],
    one.original,
    one.problem,
    one.suggestion,
  ]);
  const { rows: all, cases, valid, errors, warnings, corrected, skipped } = totals;
  return [
    ...(rows.length > 0 ? [tableOf([HEADER, ...rows]), ''] : []),
    `一共 ${all} 行：可以导入 ${cases} 件（${valid} 行），不能导入 ${errors} 行，跳过 ${skipped} 行。`,
    `请核对 ${warnings} 行，已改正 ${corrected} 行。`,
  ].join('\n');
}

export const summaryOf = ({ batchId, created, updated, unchanged, unmatchedAddresses }: Outcome): string =>
  `已导入：新增 ${created} 件，更新 ${updated} 件，未变 ${unchanged} 件，地址待认领 ${unmatchedAddresses} 人。` +
  `二十四小时内可以在法院页面整批撤销（${batchId}）。`;

function tableOf(rows: string[][]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = HEADER.map((_, at) => Math.min(WIDEST, Math.max(...cells.map((row) => widthOf(row[at]!)))));
  return cells
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const pad = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - widthOf(cell)));

/** Chinese letters take two places of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
