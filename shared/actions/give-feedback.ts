import { z } from '../zod';
import { contract } from './contract';
import { done, reason } from './fields';

export const giveFeedback = contract({
  summary: '投诉建议: a complaint or a suggestion to the court, from anybody signed in.',
  effect: 'write',
  input: z.object({ text: reason }),
  output: done,
});
