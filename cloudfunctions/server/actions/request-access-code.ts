import { ACCESS_CODE_ASKED } from '../../../shared/cases/wording';
import { anyLocked, countAttempt, takeTurns } from '../access-codes';
import { partyAsking, queueAccessCode } from '../code-requests';
import type { PublicHandler } from '../context';

export const requestAccessCode: PublicHandler<'request-access-code'> = async (input, context) => {
  const subjects = [`ask:${input.phone}`];
  if (context.clientAddress) subjects.push(`ask-from:${context.clientAddress}`);
  await takeTurns(context, subjects);
  const locked = await anyLocked(context, subjects);
  if (!locked) for (const subject of subjects) await countAttempt(context, subject);
  // The answer is one sentence and the questions to the database are the same, whether anything matched.
  const party = await partyAsking(context, input);
  await queueAccessCode(context, locked ? undefined : party);
  await context.audit('court', 'request-access-code', { locked });
  return { message: ACCESS_CODE_ASKED };
};
