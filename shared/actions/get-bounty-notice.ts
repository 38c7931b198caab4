import { z } from '../zod';
import { bountyNumber, publicNotice } from './bounty-fields';
import { contract } from './contract';

export const getBountyNotice = contract({
  summary: 'One published bounty notice by its number, and the QR code for the notice board.',
  effect: 'read',
  input: z.object({ number: bountyNumber }),
  output: z.object({ ...publicNotice, address: z.string(), qr: z.string() }),
});
