import type { ActionName } from '../../shared/actions';
import { mayCall } from '../../shared/cases/access';
import { rolesOf } from './caller';
import type { SignedIn } from './context';

/** Whether the caller's roles open another action, so that a page can offer it. */
export const mayAlso = ({ caller }: SignedIn, action: ActionName): boolean =>
  mayCall(action, rolesOf(caller));
