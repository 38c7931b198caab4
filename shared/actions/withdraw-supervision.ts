import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const withdrawSupervision = contract({
  summary: 'End a supervision; reminders stop and liaisons are told.',
  effect: 'write',
  input: z.object({ caseId: id, reason }),
  output: done,
});
