import type { ActionName } from '../../../shared/actions';
import type { Handler, PublicHandler } from '../context';
import { claimAccess } from './claim-access';
import { getCourt } from './get-court';
import { getMe } from './get-me';
import { registerPayment } from './register-payment';
import { startSupervision } from './start-supervision';

/** The handler of every action; the file has the action's name. */
export const handlers: { [A in ActionName]?: Handler<A> | PublicHandler<A> } = {
  'claim-access': claimAccess,
  'get-court': getCourt,
  'get-me': getMe,
  'register-payment': registerPayment,
  'start-supervision': startSupervision,
};
