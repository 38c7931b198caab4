import type { Token } from './tokens';

/** Cuts a message where a sentence with a task of its own begins: what is said there is said of no other. */
export function groupsOf(tokens: readonly Token[], text: string): Token[][] {
  const groups: Token[][] = [[]];
  for (const sentence of sentencesOf(tokens, text)) {
    const last = groups.at(-1)!;
    if (isWhole(sentence) && isWhole(last) && !goesOn(sentence)) groups.push(sentence);
    else last.push(...sentence);
  }
  return groups;
}

function sentencesOf(tokens: readonly Token[], text: string): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)!.push(token);
    if (token.kind === 'mark' && /[,，;；。!！\n]/u.test(text.slice(token.at, token.end))) sentences.push([]);
  }
  return sentences;
}

/** It names a task, and says something of it. */
const isWhole = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'number' && token.sure) &&
  tokens.some((token) => token.kind === 'word' && isDeed(token.means));

export const VERBS: readonly string[] = ['acknowledge', 'visit', 'decline', 'details', 'later'];
/** 「没钱，住院 3不归我管」: what was found stands before the number, and is still of the task before. */
function goesOn(sentence: readonly Token[]): boolean {
  const first = sentence.find(
    (token) => token.kind === 'number' || (token.kind === 'word' && isDeed(token.means)),
  );
  return first?.kind === 'word' && (first.means === 'refusal' || first.means.startsWith('outcome:'));
}

const DEEDS: readonly string[] = [...VERBS, 'okay', 'refusal'];
export const isDeed = (means: string): boolean => DEEDS.includes(means) || means.startsWith('outcome:');
