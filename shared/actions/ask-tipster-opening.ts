import { OPENING_REASONS } from '../cases/tip';
import { z } from '../zod';
import { contract } from './contract';
import { id, reason } from './fields';
import { tipNumber } from './tip-fields';

export const askTipsterOpening = contract({
  summary: 'The custodian asks to open who gave a tip, with the reason; somebody else approves.',
  effect: 'write',
  input: z.object({
    /** The tip’s number, as the desk and the reward name it. */
    number: tipNumber,
    reason: z.enum(OPENING_REASONS, { error: '请选择为什么要打开。' }),
    words: reason,
  }),
  output: z.object({ openingId: id }),
});
