import { z } from '../zod';
import { contract } from './contract';
import { fileIds, id, onBehalf, reason } from './fields';

export const registerObjection = contract({
  summary:
    'The debtor objects (paid already, not my debt, wrong sum); reminders rest until the court answers.',
  effect: 'write',
  input: z.object({ caseId: id, text: reason, fileIds, onBehalf: z.optional(onBehalf) }),
  output: z.object({ requestId: id }),
});
