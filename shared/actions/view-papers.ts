import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const paper = z.object({
  title: z.string(),
  number: z.nullable(z.string()),
  paragraphs: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
});

export const viewPapers = contract({
  summary: 'The papers of a task, masked and watermarked. Every look is audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ taskId: id }),
  output: z.object({ papers: z.array(paper), watermark: z.string() }),
});
