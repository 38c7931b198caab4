import { TIP_ABOUT } from '../cases/tip';
import { z } from '../zod';
import { bountyNumber } from './bounty-fields';
import { contract } from './contract';
import { day, moment } from './fields';
import { device, tipCode, tipPhotos, tipWords } from './tip-fields';

const degrees = (most: number) => z.number().check(z.minimum(-most), z.maximum(most));

export const submitTip = contract({
  summary:
    'Anybody tells what he knows, without signing in. The code is drawn on his own device and kept as a slow hash; the same code again is the same tip.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    code: tipCode,
    device,
    /** He has read what follows from a false report. */
    understood: z.literal(true, { error: '请先看完提示，再点“我知道了”。' }),
    number: z.optional(bountyNumber),
    /** Of whom it is, where there is no notice. */
    whom: z.optional(z.string().check(z.trim(), z.maxLength(60, '姓名或名称太长了。'))),
    about: z.enum(TIP_ABOUT, { error: '请选择是什么线索。' }),
    words: tipWords,
    place: z
      .string({ error: '请写明在什么地方。' })
      .check(z.trim(), z.minLength(2, '请写明在什么地方。'), z.maxLength(200, '地点太长了。')),
    /** Chosen by hand on a map; where he is himself is never asked. */
    point: z.optional(z.object({ latitude: degrees(90), longitude: degrees(180) })),
    seenDay: day,
    seenWhen: z._default(z.string().check(z.trim(), z.maxLength(60, '时间说明太长了。')), ''),
    photos: tipPhotos,
  }),
  output: z.object({
    number: z.int(),
    receivedAt: moment,
    /** It had been received before, as it was then; what was changed since is to be added to it. */
    receivedEarlier: z.boolean(),
  }),
});
