import { z } from '../zod';
import { moment } from './fields';

/** What a client keeps of a session; a refresh token is used once. */
export const tokenPair = {
  token: z.string(),
  expiresAt: moment,
  refreshToken: z.string(),
};
