import type { core } from 'zod/mini';

/**
 * What one action promises: the single source for the server, the pages, the bot and `/openapi.json`.
 * Who may call it stands in shared/cases/access.ts.
 */
export interface Contract<
  Input extends core.$ZodType = core.$ZodType,
  Output extends core.$ZodType = core.$ZodType,
> {
  /** One English sentence for engineers. */
  summary: string;
  /** A `write` changes records, and must leave an audit line. */
  effect: 'read' | 'write';
  /** What goes in or comes out (a password, a code, a number in clear) is not kept to be answered again. */
  isSecret?: true;
  /** Called again and again: a call that changed nothing worth telling leaves no audit line. */
  mayFindNothing?: true;
  input: Input;
  output: Output;
}

export function contract<Input extends core.$ZodType, Output extends core.$ZodType>(
  promise: Contract<Input, Output>,
): Contract<Input, Output> {
  return promise;
}
