import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const reportWrongPerson = contract({
  summary: '「不是我」 and 「号码已换人」: messages to this number stop, the court checks the contact.',
  effect: 'write',
  input: z.object({ caseId: id, what: z.enum(['not-me', 'number-changed-hands']) }),
  output: done,
});
