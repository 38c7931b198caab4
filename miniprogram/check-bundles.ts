import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';

/** What the oldest phones read (browserslist in package.json): a newer word there means a blank page. */
const OLDEST = 'es2017';

export function bundlesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Bundles that hold newer syntax, each with the first place. Lowering old enough code changes nothing. */
export function newerSyntaxIn(folder: string): string[] {
  return bundlesIn(folder).flatMap((path) => {
    const found = newerSyntax(readFileSync(path, 'utf8'));
    return found === null ? [] : [`${relative(folder, path)}: ${found}`];
  });
}

/** The first line that a compiler for old phones would have to rewrite; null when there is none. */
export function newerSyntax(code: string): string | null {
  const asWritten = print(code, 'esnext');
  const lowered = print(code, OLDEST);
  if (asWritten === lowered) return null;
  const other = new Set(lowered.split('\n'));
  return (asWritten.split('\n').find((line) => !other.has(line)) ?? asWritten).trim().slice(0, 160);
}

function print(code: string, target: string): string {
  return transformSync(code, { target, legalComments: 'none', logLevel: 'silent' }).code;
}
