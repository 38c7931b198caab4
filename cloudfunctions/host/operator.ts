import { describeFault } from '../server/faults';
import { SetupError } from '../server/settings';

/** What an operator reads of an error: our sentence, or, for a fault of ours, where it happened. */
export function sayError(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  return `Zhiqian could not go on: ${JSON.stringify(describeFault(error))}`;
}

/** Runs a program of the operator's; an error ends it with one sentence and code 1. */
export async function asProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(sayError(error));
    process.exit(1);
  }
}
