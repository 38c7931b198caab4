import { plainLetters, withoutGaps } from './letters';
import { DANGEROUS, HARMLESS, NEVER_HARMLESS } from './rules/danger';

/** Whether somebody should be called at once: for himself, or for whom he speaks of. */
export function soundsDangerous(text: string): boolean {
  // Marks between the letters are how one hides a word, and how a nervous finger writes.
  const bare = withoutGaps(plainLetters(text)).replace(/[\s.·*_~…。、-]+/gu, '');
  const serious = HARMLESS_LONGEST_FIRST.reduce((left, words) => left.replaceAll(words, '□'), bare);
  return (
    NEVER_HARMLESS.some((words) => bare.includes(words)) || DANGEROUS.some((words) => serious.includes(words))
  );
}

const HARMLESS_LONGEST_FIRST = [...HARMLESS].sort((a, b) => b.length - a.length);
