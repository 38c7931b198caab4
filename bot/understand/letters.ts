import { isCircled } from './numerals';

/** Without letters that nobody sees. */
export const withoutUnseen = (text: string): string => text.replace(/\p{Cf}|\p{Me}|\uFE0F/gu, '');

const GAP = String.raw`[\s.·*_~…\-,，。、/|+]`;
const LONE = String.raw`(?![一二三四五六七八九十两])\p{Script=Han}`;
const GAPS = new RegExp(`(?<=(?:^|${GAP})${LONE})${GAP}+(?=${LONE}(?:${GAP}|$))`, 'gu');

/** Closes the gaps between letters that stand alone, as one hides a word, or as voice input writes it: 「收 到」. */
export const withoutGaps = (text: string): string => text.replace(GAPS, '');

/**
 * The text with one letter for one letter: full-width digits, letters and marks as plain ones, small letters, and no
 * control characters. Positions stay, so that a note can be cut from what the person wrote.
 */
export function plainLetters(text: string): string {
  return [...text].map(plainLetter).join('');
}

function plainLetter(letter: string): string {
  const known = SAME.get(letter);
  if (known) return known;
  if (isCircled(letter)) return letter;
  if (/[\p{Cf}\p{Cc}\s]/u.test(letter)) return letter === '\n' ? '\n' : ' '.repeat(letter.length);
  const plain = letter.normalize('NFKC').toLowerCase();
  return plain.length === letter.length ? plain : letter;
}

/** Written differently, and the same: the letter, and behind it how we write it. */
const SAME = new Map(
  '號号個个訪访辦办詳详說说沒没聯联繫系係系願愿還还錢钱難难靜静見见們们這这請请殺杀藥药樓楼農农'
    .match(/../gu)!
    .map(([letter = '', same = '']) => [letter, same]),
);

/** A message that answers another one, as chat systems write it: what was quoted, a line of dashes, the answer. */
export interface Quoting {
  quoted: string;
  text: string;
}

const RULE_OF_DASHES = /\n[-—–_ ]{6,}\n/u;

export function splitQuoted(text: string): Quoting {
  const at = RULE_OF_DASHES.exec(text);
  if (!at) return { quoted: '', text };
  return { quoted: text.slice(0, at.index), text: text.slice(at.index + at[0].length) };
}

/** A name called at the beginning, as groups do it: 「@小执 待办」. */
export const withoutMention = (text: string): string => text.replace(/^\s*(@[^\s\u2005]+[\s\u2005]+)+/u, '');
