import { readArguments } from './arguments';
import { withApp } from './command';
import { loadHolidayFile, printHolidayYears } from './holiday-years';
import { asProgram } from './operator';

const USAGE = `npm run load-holidays -- [FILE.json]

Loads the State Council's notice of one year's holidays; loading a year again replaces it. Without a file it says
which years are known. Days that end in a year that is not known are marked 未核定, never guessed.`;

await asProgram(async () => {
  const order = readArguments(USAGE, {});
  if (!order) return console.log(USAGE);
  const print = (text: string) => console.log(text);
  const { file } = order;
  await withApp((app) => (file ? loadHolidayFile(app, file, print) : printHolidayYears(app, print)));
});
