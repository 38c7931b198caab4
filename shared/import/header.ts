import { Refusal } from '../refusal';
import { cellText, compact } from './cells';
import { COLUMN_KEYS, COLUMNS, type ColumnKey, isRequired } from './columns';
import type { RawRow } from './types';

export interface Header {
  row: number;
  /** What each meaning's columns are, by index. */
  at: Partial<Record<ColumnKey, number[]>>;
  /** What the court wrote, by index. */
  titles: string[];
  /** The amount columns whose unit is 万元. */
  inWan: ReadonlySet<number>;
  unknown: number[];
  repeated: number[];
}

const BY_ALIAS = new Map<string, ColumnKey>(
  COLUMN_KEYS.flatMap((key) =>
    [COLUMNS[key].name, ...COLUMNS[key].aliases.split(' ')].map((name) => [plainTitle(name), key] as const),
  ),
);
/** Columns of no meaning: numbering, and our own marks on a list that comes back corrected. */
const PASSED_OVER = new Set(['序号', '编号', '序', 'no', '检查结果']);
const ROWS_SEARCHED = 10;
const LEAST_MATCHES = 3;

/** Finds the header in the first ten rows. Throws `case-list-no-header` or `case-list-columns-missing`. */
export function findHeader(rows: readonly RawRow[]): Header {
  const header = bestHeader(rows);
  if (!header) throw new Refusal('case-list-no-header');
  const missing = COLUMN_KEYS.filter((key) => isRequired(key) && !header.at[key]);
  if (missing.length > 0) {
    throw new Refusal('case-list-columns-missing', {
      columns: missing.map((key) => COLUMNS[key].name).join('、'),
    });
  }
  return header;
}

export function bestHeader(rows: readonly RawRow[]): Header | null {
  const above = rows.filter(({ number, hidden }) => number <= ROWS_SEARCHED && !hidden);
  let best: Header | null = null;
  for (const row of above) {
    const header = readHeader(row, statesWan(above.filter(({ number }) => number < row.number)));
    const matches = Object.keys(header.at).length;
    if (matches >= LEAST_MATCHES && matches > (best ? Object.keys(best.at).length : 0)) best = header;
  }
  return best;
}

function readHeader(row: RawRow, wanAbove: boolean): Header {
  const titles = row.cells.map((cell) => cellText(cell).replace(/\s+/g, ' '));
  const header = {
    row: row.number,
    at: {} as Header['at'],
    titles,
    unknown: [] as number[],
    repeated: [] as number[],
  };
  const inWan = new Set<number>();
  titles.forEach((title, index) => {
    const key = BY_ALIAS.get(plainTitle(title));
    if (!key) {
      if (title && !PASSED_OVER.has(plainTitle(title))) header.unknown.push(index);
      return;
    }
    const earlier = header.at[key];
    if (earlier && !('several' in COLUMNS[key])) header.repeated.push(index);
    else header.at[key] = [...(earlier ?? []), index];
    if (isAmount(key) && (/万/.test(title) || (wanAbove && !/元/.test(title)))) inWan.add(index);
  });
  return { ...header, inWan };
}

const isAmount = (key: ColumnKey): boolean => key === 'principal' || key === 'paid';

/** 「标的额（万元）*」 → 标的额 */
function plainTitle(title: string): string {
  return compact(title)
    .toLowerCase()
    .replace(/\((?:[^()]*)\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[*✓√:：※]/g, '')
    .replace(/(?<=.)(?:万元|元)$/, '');
}

/** 「单位：万元」 in a title row speaks for the whole list. */
function statesWan(rows: RawRow[]): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => /单位[:：]?(?:人民币)?万元/.test(compact(cellText(cell)))),
  );
}
