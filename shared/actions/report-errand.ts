import { ERRAND_OUTCOMES } from '../cases/tip';
import { z } from '../zod';
import { contract } from './contract';
import { fileIds, id, moment } from './fields';
import { tipNote } from './tip-desk-fields';

export const reportErrand = contract({
  summary: 'An officer says what came of it; photos are evidence with their fingerprint and time.',
  effect: 'write',
  input: z.object({
    errandId: id,
    outcome: z.enum(ERRAND_OUTCOMES, { error: '请选择现场结果。' }),
    note: tipNote,
    fileIds,
  }),
  output: z.object({
    evidence: z.array(z.object({ fileId: id, sha256: z.string(), at: moment })),
  }),
});
