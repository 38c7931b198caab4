import { maskIdNumber, maskPhone } from '../cases/mask';
import type { RawCell } from './types';

/** Placeholders that clerks type into cells they leave empty. */
const NOTHING = /^(?:[-—–_/\\.·。、]+|无|暂无|没有|不详|未知|空|n\/?a|null|none)$/i;

/** The cell as its reader would type it. Numbers keep every digit that the file still has. */
export function cellText(cell: RawCell | undefined): string {
  if (!cell) return '';
  if (cell.type === 'text') return tidy(cell.text);
  if (cell.type === 'number') return plainNumber(cell.number);
  return cell.type === 'date' ? cell.day : cell.code;
}

const UNTIDY = /[\u200b-\u200f\u2060\ufeff\u00a0\u3000\t\r'‘’＇]|_x000D_|^\s|\s$/;

/** Excel's invisible text mark ('), byte order marks, zero-width and non-breaking spaces are no content. */
function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(/_x000D_/g, '')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u3000\t\r]/g, ' ')
    .trim()
    .replace(/^['‘’＇]+/, '')
    .trim();
}

/** A number without an exponent, rounded to the 15 digits that Excel keeps. */
export function plainNumber(n: number): string {
  if (!Number.isFinite(n)) return '';
  const rounded = Number(n.toPrecision(15));
  return Math.abs(rounded) < 1e15 && Number.isInteger(rounded) ? String(rounded) : expand(rounded);
}

function expand(n: number): string {
  const text = String(n);
  const [, sign = '', whole = '', rest = '', power] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (power === undefined) return text;
  const digits = whole + rest;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export function isBlank(cell: RawCell | undefined): boolean {
  if (!cell) return true;
  if (cell.type === 'text') {
    const text = tidy(cell.text);
    return text === '' || NOTHING.test(text);
  }
  return false;
}

/** Full-width forms folded, every kind of blank removed: for what is read and not kept as written. */
export function compact(text: string): string {
  // Most cells of a list are plain already, and normalising is what a check spends its time on.
  if (/^[\x21-\x7e\u4e00-\u9fff]*$/.test(text)) return text;
  return text.normalize('NFKC').replace(/\s+/g, '');
}

const LONGEST_ORIGINAL = 80;

/** A cell as the report repeats it: whatever looks like an ID number or a phone is masked. */
export function originalOf(cell: RawCell | undefined, holdsIdsOrPhones: boolean): string {
  const text = cellText(cell);
  const shown = Array.from(text).slice(0, LONGEST_ORIGINAL).join('');
  const masked = holdsIdsOrPhones ? maskEverything(compact(shown)) : maskNumbers(shown);
  return text.length > shown.length ? `${masked}…` : masked;
}

function maskEverything(text: string): string {
  return text.replace(/[0-9A-Za-z*]{5,}/g, (run) => (run.length > 13 ? maskIdNumber(run) : maskPhone(run)));
}

export function maskNumbers(text: string): string {
  return text
    .replace(/\d{14,17}[\dXx]/g, (run) => maskIdNumber(run))
    .replace(/(?<!\d)1\d{10}(?!\d)/g, (run) => maskPhone(run));
}
