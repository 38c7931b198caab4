import type { core } from 'zod/mini';
import type { Role } from '../cases/roles';

/** Who may call: anybody, anybody signed in, or holders of a role. Whose case it is, the handler asks. */
export type Who = 'public' | 'signed-in' | Role;

/** What one action promises: the single source for the server, the pages, the bot and `/openapi.json`. */
export interface Contract<
  Input extends core.$ZodType = core.$ZodType,
  Output extends core.$ZodType = core.$ZodType,
> {
  /** One English sentence for engineers. */
  summary: string;
  who: readonly Who[];
  /** A `write` changes records, and must leave an audit line. */
  effect: 'read' | 'write';
  input: Input;
  output: Output;
}

export function contract<Input extends core.$ZodType, Output extends core.$ZodType>(
  promise: Contract<Input, Output>,
): Contract<Input, Output> {
  return promise;
}
