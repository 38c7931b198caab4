import { lawSettingsSchema } from '../law/settings-schema';
import { z } from '../zod';
import { contract } from './contract';

export const setLawSettings = contract({
  summary: 'Set the court’s readings of disputed points; a point that is not named has its default again.',
  effect: 'write',
  input: lawSettingsSchema,
  /** Every reading now in use, in the words that stand beside the figures. */
  output: z.object({ readings: z.array(z.string()) }),
});
