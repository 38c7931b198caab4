import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

const field = z.object({
  /** `table.column` of the registry. */
  field: z.string(),
  what: z.string(),
  purpose: z.string(),
  seenBy: z.string(),
  keep: z.string(),
  /** How many such entries there are. */
  entries: z.int(),
  /** What it says, masked unless the whole copy was asked for; null where it is not shown to him. */
  values: z.nullable(z.array(z.string())),
});

export const getMyData = contract({
  summary:
    'Everything the registry of personal data holds about the caller: what, what for, who sees it, how long it is kept. Sealed fields are masked unless `whole`, his own copy. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ whole: z._default(z.boolean(), false) }),
  output: z.object({
    name: z.string(),
    groups: z.array(
      z.object({
        title: z.string(),
        /** As which party; null for his account. */
        partyId: z.nullable(id),
        /** Until when what belongs to this case must stay, in a sentence. */
        stays: z.nullable(z.string()),
        fields: z.array(field),
      }),
    ),
    /** Kept without anybody being able to read it: keyed hashes, and lists that cannot be searched by person. */
    unread: z.array(field),
    /** Cases that he looks after for somebody else are not his data. */
    asProxy: z.boolean(),
    watermark: z.string(),
  }),
});
