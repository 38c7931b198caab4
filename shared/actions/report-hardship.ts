import { z } from '../zod';
import { contract } from './contract';
import { fileIds, id, onBehalf, reason } from './fields';

export const reportHardship = contract({
  summary:
    'The debtor (or, with consent, who helps him) reports hardship; reminders rest until the court answers.',
  effect: 'write',
  input: z.object({ caseId: id, text: reason, fileIds, onBehalf: z.optional(onBehalf) }),
  output: z.object({ requestId: id }),
});
