import type { Handler } from '../context';
import { fileDataRequest, ownParty } from '../data-requests/file';

export const requestErasure: Handler<'request-erasure'> = async ({ scope, partyId, why }, context) => {
  const own = scope === 'case' ? ownParty(context, partyId) : null;
  const wish = { kind: 'erasure' as const, party_id: own?.partyId ?? null, scope, why };
  return { requestId: await fileDataRequest(context, wish, own) };
};
