import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ActionName, OutputOf, RequestOf } from '../../shared/actions';
import type { App } from '../server/app';
import { perform } from '../server/perform';
import { SetupError } from '../server/settings';
import type { Session } from '../server/tokens';
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
  const session = await clerkOf(app, order.as);
  const act = actorOf(app, session);
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

type Act = <A extends ActionName>(action: A, input: RequestOf<A>) => Promise<OutputOf<A>>;

/** Calls the door as this person, and turns its no into the sentence that ends the command. */
function actorOf(app: App, session: Session): Act {
  return async (action, input) => {
    const answer = await perform(app, { action, input }, { session, openid: null, clientAddress: 'command' });
    if (answer.ok) return answer.data as never;
    if ('refusal' in answer) throw new SetupError(answer.refusal.message);
    throw new SetupError(`The import failed; the log names it as ${answer.fault.requestId}.`);
  };
}

async function clerkOf({ db }: App, as: string | undefined): Promise<Session> {
  const wanted = db
    .selectFrom('accounts as a')
    .innerJoin('role_grants as g', (j) =>
      j.onRef('g.court_id', '=', 'a.court_id').onRef('g.account_id', '=', 'a.account_id'),
    )
    .select(['a.court_id as courtId', 'a.account_id as accountId'])
    .where('g.valid_to', 'is', null)
    .where('a.disabled_at', 'is', null)
    .orderBy('a.account_id');
  const found = as
    ? await wanted.where('a.account_id', '=', as).executeTakeFirst()
    : await wanted.where('g.role', '=', 'clerk').executeTakeFirst();
  if (found) return found;
  throw new SetupError(
    as
      ? `There is no account ${as}; give --as the id of a judge, clerk or chief.`
      : 'The court has no clerk yet; say in whose name you import: --as ACCOUNT.',
  );
}

async function upload(app: App, act: Act, file: string): Promise<string> {
  const bytes = await readList(file);
  const { fileId } = await act('create-upload', {
    purpose: 'case-list',
    fileName: basename(file),
    mediaType: 'application/octet-stream',
    bytes: bytes.length,
  });
  await storeFile(app, await reservedFile(app, fileId), bytes, 'application/octet-stream');
  return fileId;
}

async function readList(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new SetupError(`There is no file ${file}.`);
  if (!found.isFile()) throw new SetupError(`${file} is not a file; give the path of the court's list.`);
  return new Uint8Array(
    await readFile(file).catch(() => {
      throw new SetupError(`${file} may not be read by this user.`);
    }),
  );
}
