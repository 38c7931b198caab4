import { z } from '../zod';
import { contract } from './contract';
import { channelName, templateName, wordingBody, wordingPreview } from './wording-fields';

export const previewWording = contract({
  summary: 'A message of the court’s own wording as it would stand on the phone, and what is wrong with it.',
  effect: 'read',
  input: z.object({ template: templateName, channel: channelName, body: wordingBody }),
  output: z.object({ problems: z.array(z.string()), preview: z.nullable(wordingPreview) }),
});
