import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCaseList } from '../../cloudfunctions/server/import/read-case-list';
import { day } from '../../shared/day';
import { checkList } from '../../shared/import/check-list';
import { AREAS } from './areas';
import { reportOf } from './report';

/**
 * Writes what the importer makes of the dirty lists today: `npx tsx test/seeds/write-expected.ts`.
 * Read every changed line before it is committed: the file is what we agreed to, not what happened to come out.
 */
async function report(name: string) {
  const sheet = await readCaseList(readFileSync(join(import.meta.dirname, name)), name);
  return reportOf(checkList(sheet, { areas: AREAS, today: day('2026-03-02') }));
}

const expected = { xlsx: await report('dirty-list.xlsx'), csv: await report('dirty-list.gbk.csv') };
writeFileSync(
  join(import.meta.dirname, 'dirty-list.expected.json'),
  `${JSON.stringify(expected, null, 1)}\n`,
);
