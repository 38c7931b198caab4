import type { PublicHandler } from '../context';
import { refreshSession as refresh } from '../sessions';

export const refreshSession: PublicHandler<'refresh-session'> = ({ refreshToken }, context) =>
  refresh(context, refreshToken);
