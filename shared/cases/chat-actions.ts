import type { ActionName } from '../actions';

/**
 * All that a person's token may do that was made for one chat message. What does not stand here is done in the
 * mini-program, where the person has shown who he is: a chat account is only as safe as the telephone it is on.
 */
export const CHAT_ACTIONS: readonly ActionName[] = [
  'acknowledge-task',
  'decline-task',
  'hand-to-person',
  'list-chat-tasks',
  'list-my-cases',
  'mute-chat',
  'record-visit',
];

export const mayByChat = (action: ActionName): boolean => CHAT_ACTIONS.includes(action);
