import { groupTextFault } from '../../shared/reminders/group-text';
import type { Inbound } from '../gateways/port';
import type { Intent } from '../understand/intents';

/** In a group only where to look is said, and only to whoever asks for it. */
export function answerGroup(
  { mentionsMe, text }: Inbound,
  intents: readonly Intent[],
  site: string,
): string | null {
  const isCommand = mentionsMe ? intents.some(isAsking) : ['待办', '帮助'].includes(text.trim());
  if (!isCommand) return null;
  const answer = `群里不说具体事项。请单独和我说，也可以在小程序查看：${site}`;
  return groupTextFault(answer, site) ? null : answer;
}

const isAsking = ({ kind }: Intent): boolean => !['okay', 'no', 'numbers', 'unknown'].includes(kind);
