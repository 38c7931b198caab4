import { Refusal } from '../../../shared/refusal';
import { checkWording, templateNamed } from '../../../shared/reminders/wording-rules';
import type { Handler } from '../context';
import { letterheadOf } from '../letterhead';

export const previewWording: Handler<'preview-wording'> = async ({ template, channel, body }, context) => {
  const named = templateNamed(template, channel);
  if (!named) throw new Refusal('wording-unknown');
  return checkWording(named, body, await letterheadOf(context));
};
