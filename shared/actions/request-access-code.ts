import { z } from '../zod';
import { contract } from './contract';
import { idLast6, phone } from './fields';

export const requestAccessCode = contract({
  summary:
    'Send a fresh code to the number on file, if anything matches. The answer never tells whether it did.',
  effect: 'write',
  input: z.object({ phone, idLast6 }),
  output: z.object({ message: z.string() }),
});
