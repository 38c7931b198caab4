import { REVEAL_REASONS, type RevealReason } from '../cases/reveal';
import { z } from '../zod';

/** Why somebody opens what is masked: one of a few, and words where none of them fits. */
export const revealReason = {
  reason: z.enum(REVEAL_REASONS, { error: '请选择为什么要看。' }),
  words: z._default(z.string().check(z.trim(), z.maxLength(100, '说明太长了，请控制在一百字以内。')), ''),
};

export const otherNeedsWords = z.refine<{ reason: RevealReason; words: string }>(
  ({ reason, words }) => reason !== 'other' || words.length >= 2,
  { error: '选“其他”的，请用一句话写明为什么要看。', path: ['words'] },
);
