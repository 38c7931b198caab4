import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SetupError } from '../server/settings';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

/** What stands behind a command: its options and at most one file. Null where the operator asks for help. */
export function readArguments<O extends Options>(
  usage: string,
  options: O,
): { values: Values<O>; file: string | undefined } | null {
  try {
    const known = { ...options, help: { type: 'boolean' as const } };
    const { values, positionals } = parseArgs({ options: known, allowPositionals: true });
    if ((values as { help?: boolean }).help) return null;
    if (positionals.length > 1) throw new SetupError('Give one file.');
    return { values: values as Values<O>, file: positionals[0] };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${usage}`);
  }
}
