import { parseArgs } from 'node:util';
import { SetupError } from '../server/settings';
import { withApp } from './command';
import { type ImportOrder, importList } from './import-list';
import { asProgram } from './operator';

const USAGE = `npm run import -- FILE [--commit] [--as ACCOUNT]

Checks the court's case list (.xlsx or .csv) and prints what is to be said of its rows. Nothing is imported
without --commit. Ends with code 1 when the list has errors, or when it cannot be read.`;

function readOrder(): ImportOrder | null {
  const options = { commit: { type: 'boolean' }, as: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) return null;
    if (positionals.length !== 1) throw new SetupError('Give one file.');
    return { file: positionals[0]!, commit: values.commit ?? false, as: values.as };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

await asProgram(async () => {
  const order = readOrder();
  if (!order) return console.log(USAGE);
  await withApp(async (app) => {
    const clean = await importList(app, order, (text) => console.log(text));
    process.exitCode = clean ? 0 : 1;
  });
});
