import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Who|---)/.test(line));
const testsIn = (row: string) => [...row.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path!);

test('every threat names the tests that show what stops it, and they exist', () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  expect(rows.flatMap(testsIn).filter((path) => !existsSync(path))).toEqual([]);
});
