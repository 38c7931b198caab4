import { understand } from '../../bot/understand';
import type { Intent, Which } from '../../bot/understand/intents';

/** What was understood, as one reads it: 「visit 3 willing」; what the bot would ask first ends with a question mark. */
export const shown = (message: string): string => understand(message).intents.map(shownIntent).join(' + ');

function shownIntent(intent: Intent): string {
  const parts: string[] = [intent.kind === 'topic' ? intent.topic : intent.kind];
  if ('which' in intent) parts.push(shownWhich(intent.which));
  if (intent.kind === 'code') parts.push(intent.code);
  if (intent.kind === 'visit') parts.push(intent.outcomes.join('/'));
  if ('sure' in intent && !intent.sure) parts.push('?');
  return parts.filter(Boolean).join(' ');
}

const shownWhich = ({ numbers, all }: Which): string =>
  [
    ...numbers.map(({ value, isPlace }) => (isPlace ? `#${value}` : `${value}`)),
    ...(all ? ['all'] : []),
  ].join(',');

/** 「what is said → what is understood」, a line each. */
export const tableOf = (lines: string): [string, string][] =>
  lines
    .split('\n')
    .filter((line) => line.includes('→'))
    .map((line) => line.split('→') as [string, string])
    .map(([said, understood]) => [said.trim(), understood.trim()]);
