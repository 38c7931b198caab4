import { z } from '../zod';
import { contract } from './contract';
import { channelName, templateName, wordingBody, wordingPreview } from './wording-fields';

export const saveWording = contract({
  summary: 'Put the court’s own sentence in the place of ours from now on; an empty one takes it back.',
  effect: 'write',
  input: z.object({ template: templateName, channel: channelName, body: wordingBody }),
  output: z.object({ version: z.int(), preview: z.nullable(wordingPreview) }),
});
