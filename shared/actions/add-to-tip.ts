import { z } from '../zod';
import { contract } from './contract';
import { done } from './fields';
import { device, tipCode, tipPhotos, tipWords } from './tip-fields';

export const addToTip = contract({
  summary: 'The tipster answers a question or adds to what he told.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    code: tipCode,
    device,
    /** Drawn on his device: the same again is the same message. */
    once: z.string().check(z.regex(/^[0-9a-f-]{32,40}$/, '请重新打开页面再提交。')),
    words: tipWords,
    photos: tipPhotos,
  }),
  output: done,
});
