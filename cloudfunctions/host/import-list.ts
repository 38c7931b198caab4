import { basename } from 'node:path';
import type { App } from '../server/app';
import { type Act, actorOf, sessionOf } from './acting';
import { readGivenFile } from './given-file';
import { reportOf, summaryOf } from './import-report';
import { reservedFile, storeFile } from './stored-files';

export interface ImportOrder {
  file: string;
  commit: boolean;
  /** The account in whose name; by default a clerk of the court. */
  as?: string;
}

/**
 * What the court's page does, from the command line: check a list, print its report, and import what is valid
 * if that was asked for. True when nothing was wrong with the list, or when it was imported.
 */
export async function importList(
  app: App,
  order: ImportOrder,
  print: (text: string) => void,
): Promise<boolean> {
  const act = actorOf(app, await sessionOf(app, 'clerk', order.as));
  const { batchId } = await act('check-case-list', { fileId: await upload(app, act, order.file) });
  const report = await act('get-import', { batchId });
  print(reportOf(report));
  if (!order.commit) return report.totals.errors === 0;
  const outcome = await act('commit-import', { batchId });
  print(summaryOf(outcome));
  const { problems } = await act('get-import', { batchId });
  if (problems.length > report.problems.length) {
    print(reportOf({ ...report, problems: problems.slice(report.problems.length) }));
  }
  return true;
}

async function upload(app: App, act: Act, file: string): Promise<string> {
  const bytes = await readGivenFile(file);
  const { fileId } = await act('create-upload', {
    purpose: 'case-list',
    fileName: basename(file),
    mediaType: 'application/octet-stream',
    bytes: bytes.length,
  });
  await storeFile(app, await reservedFile(app, fileId), bytes, 'application/octet-stream');
  return fileId;
}
