import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';
import { errandFields, evidence, tipLine } from './tip-desk-fields';
import { tipMessage } from './tip-fields';

const otherTip = z.object({ tipId: id, number: z.int(), standing: z.string() });

export const readTip = contract({
  summary:
    'One tip, opened and audited; never who gave it. What the platform calls risky is covered until asked for.',
  effect: 'write',
  isSecret: true,
  input: z.object({ tipId: id, uncovered: z._default(z.boolean(), false) }),
  output: z.object({
    ...tipLine,
    covered: z.boolean(),
    words: z.nullable(z.string()),
    place: z.nullable(z.string()),
    point: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
    seen: z.string(),
    whom: z.nullable(z.string()),
    bountyNumber: z.nullable(z.string()),
    caseId: z.nullable(id),
    debtorName: z.nullable(z.string()),
    photos: z.array(evidence),
    messages: z.array(tipMessage),
    note: z.nullable(z.string()),
    knownBefore: z.boolean(),
    sameClue: z.array(otherTip),
    /** Tips that could be the same clue: of the same case, or naming the same person. */
    maybeSame: z.array(otherTip),
    errands: z.array(
      z.object({ ...errandFields, officer: z.string(), words: z.string(), evidence: z.array(evidence) }),
    ),
    falseMarks: z.array(z.object({ by: z.string(), at: moment, reason: z.string(), isMine: z.boolean() })),
    isBlocked: z.boolean(),
    /** Whether the tipster left something of who he is; not what. */
    hasIdentity: z.boolean(),
    officers: z.array(z.object({ accountId: id, name: z.string(), team: z.string() })),
    watermark: z.string(),
  }),
});
