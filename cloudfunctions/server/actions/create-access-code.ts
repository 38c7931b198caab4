import { Refusal } from '../../../shared/refusal';
import { issueAccessCode } from '../access-codes';
import { openCase } from '../cases';
import type { Handler } from '../context';
import { caseIdOf } from '../find-case';
import { partyOf } from '../parties';

export const createAccessCode: Handler<'create-access-code'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'party', input.partyId);
  await openCase(context, caseId);
  const party = await partyOf(context, input.partyId);
  // The code alone opens nothing: its holder proves himself by the last six of the ID.
  if (!party.id_number_sealed) throw new Refusal('id-number-missing');
  const { code, expiresAt } = await issueAccessCode(context, input.partyId);
  await context.audit(caseId, 'create-access-code', { partyId: input.partyId });
  return { code, expiresAt: expiresAt.toISOString() };
};
