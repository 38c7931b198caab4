import { asCommand } from './command';
import { openDatabase } from './database';

/** `npm run migrate`: brings the database of the settings up to date, and nothing else. */
await asCommand(async (settings) => {
  const database = await openDatabase(settings);
  await database.close();
  console.log('The database is up to date.');
});
