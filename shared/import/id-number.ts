import { maskIdNumber } from '../cases/mask';
import { type Day, isDay } from '../day';
import { cellText, compact } from './cells';
import { isCreditCode } from './credit-code';
import { type Finding, fails, finding, type Reading, reads } from './finding';
import type { RawCell } from './types';

export interface IdNumber {
  number: string;
  /** Whose number this is; other papers (passports, permits) belong to people too. */
  kind: 'natural' | 'organisation';
}

/** Excel keeps 15 digits of a number, so a longer one has lost its tail and nobody can know it. */
const DIGITS_KEPT = 15;
const EXPONENT = /^\d(?:\.\d+)?E\+?\d+$/i;

/** Quotes, brackets and points around a number; words are not taken away, for they may say whose it is. */
const STRAY = /^[^\p{L}\p{N}*×]+|[^\p{L}\p{N}*×]+$/gu;

/** Reads one cell with one number. An ID is never guessed: it is right, or the row stays out. */
export function readIdCell(cell: RawCell, today: Day): Reading<IdNumber> {
  if (cell?.type === 'number' && cellText(cell).replace(/\D/g, '').length > DIGITS_KEPT) {
    return fails('id-lost-digits');
  }
  return readIdNumber(cell?.type === 'text' ? cell.text : cellText(cell), today);
}

export function readIdNumber(text: string, today: Day): Reading<IdNumber> {
  const plain = compact(cellText({ type: 'text', text })).replace(STRAY, '');
  const number = plain.toUpperCase();
  const tidied = number === text.trim() ? [] : [finding('id-tidied')];
  if (EXPONENT.test(number)) return fails('id-lost-digits');
  if (/[*×]/.test(number) || /X{2,}/.test(number)) return fails('id-masked');
  if (/^\d{17}[\dX]$/.test(number)) return eighteenDigits(number, tidied, today);
  if (/^\d{15}$/.test(number)) return oldCitizen(number, today);
  if (/^[0-9A-Z]{18}$/.test(number)) return organisation(number, tidied);
  if (/^[A-Z]{1,3}\d{7,12}$/.test(number)) {
    return reads({ number, kind: 'natural' }, ...tidied, finding('id-foreign'));
  }
  if (/^\d{6,}[\dX]?$/.test(number)) return fails('id-length', { length: number.length });
  return fails('id-unreadable');
}

/** Some credit codes are all digits, and one in 31 ID numbers passes their check: a birthday makes a person. */
function eighteenDigits(number: string, tidied: Finding[], today: Day): Reading<IdNumber> {
  if (!bornBefore(today, number) && isCreditCode(number)) return organisation(number, tidied);
  return citizen(number, tidied, today);
}

function bornBefore(today: Day, number: string): boolean {
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return isDay(born) && born <= today;
}

function citizen(number: string, tidied: Finding[], today: Day): Reading<IdNumber> {
  const fits = citizenCheckLetter(number) === number[17];
  if (!fits && number.endsWith('000')) return fails('id-lost-digits');
  if (!bornBefore(today, number)) return fails('id-date');
  if (!fits) return fails('id-checksum');
  const zeros = number.endsWith('000') ? [finding('id-tail-zeros')] : [];
  return reads({ number, kind: 'natural' }, ...tidied, ...zeros);
}

/** First-generation numbers: two digits of the year, all in the 1900s, and no check letter. */
function oldCitizen(old: string, today: Day): Reading<IdNumber> {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  const number = first17 + citizenCheckLetter(first17);
  const read = citizen(number, [], today);
  if (!read.value) return fails('id-fifteen-wrong');
  return reads(read.value, finding('id-fifteen', { masked: maskIdNumber(number) }));
}

function organisation(number: string, tidied: Finding[]): Reading<IdNumber> {
  if (!isCreditCode(number)) return fails('id-checksum');
  return reads({ number, kind: 'organisation' }, ...tidied);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: ISO 7064, MOD 11-2. */
export function citizenCheckLetter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11]!;
}
