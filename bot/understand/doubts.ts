import type { Clause } from './clauses';
import type { Token } from './tokens';

const NEGATION = /[不没冇莫未别非无]/u;

/** Whether what the words seem to say may be meant otherwise: the bot asks, and records nothing by itself. */
export function isDoubtful({ tokens, refuses, outcomes }: Clause, text: string): boolean {
  if (refuses && outcomes.has('willing')) return true;
  return tokens.some((token, at) => token.kind === 'word' && isDoubtfulThere(token, at, tokens, text));
}

function isDoubtfulThere(
  { means, tells, at: from }: Token & { kind: 'word' },
  at: number,
  tokens: readonly Token[],
  text: string,
): boolean {
  const part = partOf(tokens, at, ['mark', 'number', 'quote']);
  const isText = ({ kind }: Token) => kind === 'text';
  const before = part.filter((token) => isText(token) && token.end <= from);
  switch (means) {
    // 「3 他收到了」, 「3 收到个通知」
    case 'acknowledge':
      return part.some(isText);
    // 「3 他把钱退回来了」
    case 'decline':
      return !tells && before.length > 0;
    case 'visit':
      return saysNo(before, text);
    // 「3 我没钱」
    case 'outcome:willing':
    case 'outcome:hardship':
      return saysNo(before, text) || isSelf(tokens[at - 1]);
    default:
      return (means === 'refusal' || means.startsWith('outcome:')) && saysNo(before, text);
  }
}

const isSelf = (token: Token | undefined) => token?.kind === 'word' && token.means === 'self';

const saysNo = (tokens: readonly Token[], text: string): boolean =>
  tokens.some(({ at, end }) => NEGATION.test(text.slice(at, end)));

/** The tokens around one of them, up to the nearest of a kind. */
export function partOf(
  tokens: readonly Token[],
  at: number,
  edges: readonly Token['kind'][],
): readonly Token[] {
  const isEdge = (token: Token | undefined) => token === undefined || edges.includes(token.kind);
  let [first, last] = [at, at];
  while (!isEdge(tokens[first - 1])) first -= 1;
  while (!isEdge(tokens[last + 1])) last += 1;
  return tokens.slice(first, last + 1);
}
