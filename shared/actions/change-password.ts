import { z } from '../zod';
import { contract } from './contract';
import { password, setUpStep } from './identity-fields';

export const changePassword = contract({
  summary: 'Change one’s own password; every other session of the account ends.',
  effect: 'write',
  isSecret: true,
  input: z.object({ before: password, password }),
  output: z.object({ setUp: setUpStep }),
});
