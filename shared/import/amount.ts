import { type Fen, fen, yuan } from '../money';
import { cellText, compact } from './cells';
import { fails, finding, type Reading, reads } from './finding';
import type { RawCell } from './types';

const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const AMOUNT = new RegExp(`^(?:人民币|RMB|CNY|¥)*${NUMBER}(亿|千万|百万|十万|万|千)?(?:圆|元|块)?整?$`, 'i');
const NOT_SURE = /约|左右|多万|余元|余万|上下|至少|不低于|以上|[~～]|[\d.]{1,15}[-—–至到][\d.]+/;
const MORE = /利息|利率|违约金|滞纳|诉讼费|受理费|保全费|律师费|加倍|罚息|复利|另|其中|及其|[+＋]/;
const FOREIGN = /\$|€|£|美元|美金|港币|港元|欧元|日元|USD|HKD|EUR/i;

const UNITS: Record<string, number> = { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
/** Ten billion yuan, as in the contracts. */
const MOST_FEN = 1_000_000_000_000;
const LONGEST = 60;
/** A hundred million: under a header in 万元 that is more likely a slip of the unit. */
const HUGE_FEN = 10_000_000_000;

/** Reads an amount into fen, by decimal digits and never by fractions. `inWan`: the header says 万元. */
export function readAmount(cell: RawCell, inWan: boolean): Reading<Fen> {
  if (cell?.type === 'date') return fails('date-in-wrong-place', { wanted: '金额' });
  const text = compact(cellText(cell)).replace(/[。;]$/, '');
  if (/^[-−(]/.test(text)) return fails('amount-negative');
  const refused = whyNot(text);
  if (refused) return refused;
  const match = text.length > LONGEST ? null : AMOUNT.exec(text);
  if (!match) return fails('amount-unreadable');
  const spelled = UNITS[match[2] ?? ''];
  if (spelled !== undefined) return spelledOut(inFen(match[1]!, spelled));
  // A unit in the cell is nearer than the header's.
  return inWan && !/[元圆块]/.test(text) ? underWan(inFen(match[1]!, 4)) : inFen(match[1]!, 0);
}

function spelledOut(read: Reading<Fen>): Reading<Fen> {
  if (read.value === null) return read;
  return reads(read.value, ...read.findings, finding('amount-converted', { yuan: yuan(read.value) }));
}

function underWan(read: Reading<Fen>): Reading<Fen> {
  const huge = read.value !== null && read.value >= HUGE_FEN;
  return huge ? fails('amount-huge-in-wan', { yuan: yuan(read.value!) }) : read;
}

function whyNot(text: string): Reading<never> | null {
  if (FOREIGN.test(text)) return fails('amount-foreign');
  if (MORE.test(text)) return fails('amount-with-more');
  const doubt = NOT_SURE.exec(text);
  return doubt ? fails('amount-not-sure', { word: doubt[0] }) : null;
}

function inFen(digits: string, power: number): Reading<Fen> {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const places = power + 2;
  const padded = fraction.padEnd(places + 1, '0');
  const exact = BigInt(whole + padded.slice(0, places));
  const total = exact + (padded[places]! >= '5' ? 1n : 0n);
  if (total > MOST_FEN) return fails('amount-too-large');
  const amount = fen(total);
  const lost = /[1-9]/.test(padded.slice(places));
  return lost ? reads(amount, finding('amount-rounded', { yuan: yuan(amount) })) : reads(amount);
}
