import { readFile, stat } from 'node:fs/promises';
import { SetupError } from '../server/settings';

/** A file that the operator named. Throws a SetupError that says why it cannot be read. */
export async function readGivenFile(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new SetupError(`There is no file ${file}.`);
  if (!found.isFile()) throw new SetupError(`${file} is not a file; give the path of one.`);
  return new Uint8Array(
    await readFile(file).catch(() => {
      throw new SetupError(`${file} may not be read by this user.`);
    }),
  );
}

/** The one JSON object that it holds; `example` shows the operator how the file should look. */
export async function readGivenJson(file: string, example: string): Promise<object> {
  // The decoder drops the mark that Windows editors put before UTF-8.
  const text = new TextDecoder().decode(await readGivenFile(file));
  const content = parse(text);
  if (typeof content === 'object' && content !== null) return content;
  throw new SetupError(`${file} is not JSON as it is wanted here. Write it like this: ${example}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
