import type { core } from 'zod/mini';
import type { Infer } from '../../shared/zod';

export type Sentences = Record<string, string>;

export type Checked<S extends core.$ZodType> =
  | { ok: true; input: core.input<S>; parsed: Infer<S> }
  | { ok: false; sentences: Sentences };

interface Parses {
  safeParse(input: unknown): {
    success: boolean;
    data?: unknown;
    error?: { issues: { message: string; path: PropertyKey[] }[] };
  };
}

/** Checks a form against its contract: one sentence a field, under the field's name. */
export function checkForm<S extends core.$ZodType>(schema: S, values: unknown): Checked<S> {
  const result = (schema as unknown as Parses).safeParse(values);
  if (result.success) {
    return { ok: true, input: values as core.input<S>, parsed: result.data as Infer<S> };
  }
  const sentences: Sentences = {};
  for (const { path, message } of result.error?.issues ?? []) {
    const field = path.join('.');
    // A sentence of ours ends with 。; the library's own wording is not for citizens.
    sentences[field] ??= message.endsWith('。') ? message : '请补充这一项。';
  }
  return { ok: false, sentences };
}
