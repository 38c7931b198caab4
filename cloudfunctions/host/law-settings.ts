import { readArguments } from './arguments';
import { withApp } from './command';
import { courtReadings } from './court-readings';
import { asProgram } from './operator';

const USAGE = `npm run law-settings -- [FILE.json] [--as ACCOUNT]

Sets the court's readings of the points on which courts differ, such as {"expiryDayCounts": true}. A point that is
not named has its default. Without a file it prints the readings in use.`;

await asProgram(async () => {
  const order = readArguments(USAGE, { as: { type: 'string' } });
  if (!order) return console.log(USAGE);
  const { file, values } = order;
  await withApp((app) => courtReadings(app, { file, as: values.as }, (text) => console.log(text)));
});
