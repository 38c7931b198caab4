import { CORRECTABLE_OF_ACCOUNT } from '../../../shared/cases/data-requests';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { fileDataRequest, ownParty } from '../data-requests/file';
import { SEALED } from '../sensitive';

export const requestCorrection: Handler<'request-correction'> = async (input, context) => {
  const own = ownParty(context, input.partyId);
  const ofAccount: readonly string[] = CORRECTABLE_OF_ACCOUNT;
  if (!own && !ofAccount.includes(input.field)) throw new Refusal('data-field-wrong');
  const wish = {
    kind: 'correction' as const,
    party_id: own?.partyId ?? null,
    field: input.field,
    wanted_sealed: context.app.vault.seal(SEALED.dataRequest, input.wanted),
    why: input.why,
  };
  return { requestId: await fileDataRequest(context, wish, own) };
};
