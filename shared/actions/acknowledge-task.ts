import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const acknowledgeTask = contract({
  summary: 'One tap 「收到」. A second tap changes nothing.',
  effect: 'write',
  input: z.object({ taskId: id }),
  output: z.object({ acknowledgedAt: moment }),
});
