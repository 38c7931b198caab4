import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const openTipster = contract({
  summary: 'Who gave a tip: to the custodian who asked, within a day of the approval. Each time is audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ openingId: id }),
  output: z.object({
    name: z.string(),
    idNumber: z.string(),
    phone: z.string(),
    bankName: z.string(),
    bankAccount: z.string(),
    watermark: z.string(),
  }),
});
