import { said } from './chat-fields';
import { contract } from './contract';
import { done } from './fields';

export const reportGroupPost = contract({
  summary: 'What became of a text in a group. Whatever it was, it is not said again.',
  effect: 'write',
  input: said,
  output: done,
});
