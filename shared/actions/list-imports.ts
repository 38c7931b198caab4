import { z } from '../zod';
import { contract } from './contract';
import { importSummary } from './get-import';

export const listImports = contract({
  summary: 'The court’s imports, newest first.',
  effect: 'read',
  input: z.object({}),
  output: z.object({ imports: z.array(importSummary) }),
});
