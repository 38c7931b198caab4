import { SetupError } from '../server/settings';
import { readArguments } from './arguments';
import { withApp } from './command';
import { importList } from './import-list';
import { asProgram } from './operator';

const USAGE = `npm run import -- FILE [--commit] [--as ACCOUNT]

Checks the court's case list (.xlsx or .csv) and prints what is to be said of its rows. Nothing is imported
without --commit. Ends with code 1 when the list has errors, or when it cannot be read.`;

await asProgram(async () => {
  const order = readArguments(USAGE, { commit: { type: 'boolean' }, as: { type: 'string' } });
  if (!order) return console.log(USAGE);
  const { file, values } = order;
  if (!file) throw new SetupError(`Give one file.\n\n${USAGE}`);
  await withApp(async (app) => {
    const { commit = false, as } = values;
    const clean = await importList(app, { file, commit, as }, (text) => console.log(text));
    process.exitCode = clean ? 0 : 1;
  });
});
