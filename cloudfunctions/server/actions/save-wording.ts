import { Refusal } from '../../../shared/refusal';
import { checkWording, templateNamed } from '../../../shared/reminders/wording-rules';
import type { Handler } from '../context';
import { letterheadOf } from '../letterhead';
import { saveWording as store } from '../storage/wordings';

export const saveWording: Handler<'save-wording'> = async ({ template, channel, body }, context) => {
  const named = templateNamed(template, channel);
  if (!named) throw new Refusal('wording-unknown');
  const { problems, preview } = checkWording(named, body || named.builtIn, await letterheadOf(context));
  if (problems.length > 0) throw new Refusal('wording-wrong', { sentence: problems.join('') });
  const { courtId, caller, now } = context;
  const by = { savedBy: caller.accountId, savedAt: now };
  const version = await store(context.tx, { courtId, template, channel, body, ...by });
  await context.audit('court', 'save-wording', { template, channel, version });
  return { version, preview };
};
