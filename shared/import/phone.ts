import { cellText, compact, plainNumber } from './cells';
import { finding, nothing, once, type Reading, reads } from './finding';
import type { RawCell } from './types';

const BETWEEN = /[、,;/|\n]+|或者?|和(?=[\d+])/;
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(?:0\d{2,3})?[2-9]\d{6,7}$/;
const EXTENSION = /转\d{1,5}/;
const REMARK = /[\p{Script=Han}A-Za-z]+/u;
/** Words beside a number that leave it the person's own. */
const OWN = /^(?:本人|自己|手机|手机号码?|电话|联系电话|移动电话|常用|tel|mobile|phone)+$/i;

/** The mobile numbers of a cell. A number is optional, so a bad one is left out and named, never repaired. */
export function readPhones(cell: RawCell, owner: string | null): Reading<string[]> {
  if (cell?.type === 'number') return collect([phonePiece(plainNumber(cell.number), owner)]);
  const pieces = cellText(cell).normalize('NFKC').split(BETWEEN).flatMap(splitByBlanks);
  return collect(pieces.filter((piece) => piece !== '').map((piece) => phonePiece(piece, owner)));
}

/** A judge's number may be a landline: people call it, no SMS goes there. */
export function readOfficePhone(cell: RawCell): Reading<string> {
  const plain = bare(cellText(cell));
  return MOBILE.test(plain) || LANDLINE.test(plain)
    ? reads(compact(cellText(cell)))
    : nothing(finding('phone-unreadable'));
}

function collect(pieces: Reading<string>[]): Reading<string[]> {
  const phones = pieces.flatMap(({ value }) => (value ? [value] : []));
  return reads([...new Set(phones)], ...once(pieces.flatMap(({ findings }) => findings)));
}

/** 「19900000001 19900000002」 holds two numbers, 「199 0000 0001」 one. */
function splitByBlanks(text: string): string[] {
  const parts = text.trim().split(/\s+/);
  return parts.every((part) => MOBILE.test(bare(part))) ? parts : [text.trim()];
}

function phonePiece(piece: string, owner: string | null): Reading<string> {
  const number = bare(piece);
  if (/\dE\+?\d/i.test(piece)) return nothing(finding('phone-lost-digits'));
  if (/[*×]/.test(piece) || /[Xx]{2,}/.test(piece)) return nothing(finding('phone-masked'));
  const whose = REMARK.exec(piece.replace(EXTENSION, ''))?.[0];
  if (whose && whose !== owner && !OWN.test(whose)) return nothing(finding('phone-of-another', { whose }));
  if (MOBILE.test(number)) return reads(number);
  return nothing(finding(LANDLINE.test(number) ? 'phone-landline' : 'phone-unreadable'));
}

/** Digits alone, without +86 and the marks that people put between them. */
function bare(text: string): string {
  return compact(text)
    .replace(EXTENSION, '')
    .replace(/[\p{Script=Han}A-Za-z:()（）·.\-—–]/gu, '')
    .replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '');
}
