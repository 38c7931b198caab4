import { z } from '../zod';
import { contract } from './contract';
import { dayOut, fenOut, id } from './fields';

export const certificate = z.object({
  number: z.string(),
  verifyCode: z.string(),
  courtName: z.string(),
  caseNumber: z.string(),
  instrumentType: z.string(),
  obligor: z.string(),
  obligorIdMasked: z.nullable(z.string()),
  obligee: z.string(),
  obligation: z.string(),
  amount: fenOut,
  /** How it was performed: 「银行转账给权利人」. */
  method: z.string(),
  performedDay: dayOut,
  issuedDay: dayOut,
  confirmedBy: z.string(),
});

export const getCertificate = contract({
  summary:
    'The numbered certificate of voluntary performance of a case that is the caller’s, to open and print.',
  effect: 'write',
  input: z.object({ caseId: id }),
  output: certificate,
});
