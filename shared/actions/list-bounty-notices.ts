import { z } from '../zod';
import { publicNotice } from './bounty-fields';
import { contract } from './contract';
import { page } from './fields';

export const listBountyNotices = contract({
  summary: 'The published bounty notices, for anybody.',
  effect: 'read',
  input: z.object({ page }),
  output: z.object({
    notices: z.array(z.object(publicNotice)),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});
