import { checkList } from '../../../shared/import/check-list';
import { Refusal } from '../../../shared/refusal';
import { areaTable } from '../areas';
import { calendarsOf } from '../calendars';
import type { Handler, SignedIn } from '../context';
import { readCaseList } from '../import/read-case-list';
import { sealPayload } from '../imports/batch';
import { eraseList, uploadedList } from '../imports/uploaded-list';

export const checkCaseList: Handler<'check-case-list'> = async ({ fileId }, context) => {
  const file = await uploadedList(context, fileId);
  const bytes = await context.app.files.get(fileId);
  await eraseList(context, fileId);
  try {
    const batchId = await check(context, bytes, file.file_name);
    await context.audit('court', 'check-case-list', { batchId, fileId });
    return { batchId };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await context.audit('court', 'check-case-list-refused', { fileId, code: error.code });
    throw error.keepingFacts();
  }
};

async function check(context: SignedIn, bytes: Uint8Array, fileName: string): Promise<string> {
  const { app, tx, courtId, caller, now, today } = context;
  const sheet = await readCaseList(bytes, fileName);
  const known = { areas: await areaTable(context), calendar: await calendarsOf(tx), today };
  const { cases, problems, totals } = checkList(sheet, known);
  const batchId = app.newId('batch');
  await tx
    .insertInto('import_batches')
    .values({
      court_id: courtId,
      batch_id: batchId,
      file_name: fileName,
      state: 'checked',
      checked_by: caller.accountId,
      checked_at: now,
      totals: JSON.stringify({ ...totals, cases: cases.length }),
      problems: JSON.stringify(problems),
      ...sealPayload(app, cases, sheet),
    })
    .execute();
  return batchId;
}
