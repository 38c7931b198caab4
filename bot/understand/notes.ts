import { VISIT_OUTCOME_WORDS } from '../../shared/cases/stages';
import type { Clause } from './clauses';
import type { Token } from './tokens';

const MOST = 1000;

/** What a liaison wrote about a visit, in his own words; what is in quotation marks when there is something. */
export const noteOf = (clause: Clause, text: string): string => restOf(clause, text, 'visit');

/** Why a task is not his, in his own words. */
export const reasonOf = (clause: Clause, text: string): string => restOf(clause, text, 'decline');

function restOf({ tokens }: Clause, text: string, verb: 'visit' | 'decline'): string {
  const quote = tokens.find(({ kind }) => kind === 'quote');
  if (quote)
    return text
      .slice(quote.at + 1, quote.end - 1)
      .trim()
      .slice(0, MOST);
  const from = tokens.findIndex((token) => !isHead(token, text, verb));
  if (from < 0) return '';
  const rest = text.slice(tokens[from]!.at, tokens.at(-1)!.end);
  return rest.replace(/^[\s,，、。;；:：]+|[\s,，、;；:：]+$/gu, '').slice(0, MOST);
}

const LABELS = new Set<string>([...Object.values(VISIT_OUTCOME_WORDS), '愿意履行']);

/** The command, and not what it tells. */
function isHead(token: Token, text: string, verb: string): boolean {
  if (token.kind === 'mark' || token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  const words = text.slice(token.at, token.end);
  if (token.means === verb) return !token.tells && !(verb === 'visit' && !/^走/u.test(words));
  return LABELS.has(words) || ['acknowledge', 'okay', 'yes'].includes(token.means);
}
