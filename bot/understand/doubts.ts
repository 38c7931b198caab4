import type { Clause } from './clauses';
import type { Token } from './tokens';

const NEGATION = /[不没沒冇莫未别別非无無]/u;

/** Whether what the words seem to say may be meant otherwise: the bot asks, and records nothing by itself. */
export function isDoubtful({ tokens, refuses, outcomes }: Clause, text: string): boolean {
  if (refuses && outcomes.has('willing')) return true;
  // What stands before in the same part of the sentence: anything, and a no.
  let [isSaid, isDenied] = [false, false];
  // Between two marks: a receipt, and anything else.
  let [hasReceipt, hasText] = [false, false];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark' || token.kind === 'quote') [hasReceipt, hasText] = [false, false];
    if (token.kind !== 'text' && token.kind !== 'word') [isSaid, isDenied] = [false, false];
    if (token.kind === 'word') {
      if (token.means === 'acknowledge') hasReceipt = true;
      if (isDeed(token) && isDenied) return true;
      // 「3 他把钱退回来了」
      if (token.means === 'decline' && !token.tells && isSaid) return true;
      if (isOfHimself(token, tokens[index - 1])) return true;
    }
    if (token.kind === 'text') hasText = true;
    // 「3 他收到了」, 「收到3的通知」
    if (hasReceipt && hasText) return true;
    // 「不知道」 is a word that we know, and a negation before others.
    if (token.kind === 'text' || (token.kind === 'word' && token.means === 'help')) {
      isSaid = true;
      isDenied ||= NEGATION.test(text.slice(token.at, token.end));
    }
  }
  return false;
}

type Word = Token & { kind: 'word' };

const isDeed = ({ means }: Word): boolean =>
  ['acknowledge', 'visit', 'decline', 'refusal'].includes(means) || means.startsWith('outcome:');

/** 「3 我没钱」 */
const isOfHimself = ({ means }: Word, before: Token | undefined): boolean =>
  (means === 'outcome:willing' || means === 'outcome:hardship') &&
  before?.kind === 'word' &&
  before.means === 'self';
