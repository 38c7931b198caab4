import { readingWords } from '../../shared/law/settings-schema';
import type { App } from '../server/app';
import { lawSettingsOf } from '../server/law-settings';
import { actorOf, sessionOf } from './acting';
import { readGivenJson } from './given-file';

export interface ReadingsOrder {
  /** Without one, the readings now in use are printed and nothing changes. */
  file?: string;
  /** The account in whose name; by default an administrator of the court. */
  as?: string;
}

const EXAMPLE = '{"expiryDayCounts": true, "daysAYear": 360}';

/** Sets the court's readings of disputed points from a file, and prints every reading in use. */
export async function courtReadings(
  app: App,
  { file, as }: ReadingsOrder,
  print: (text: string) => void,
): Promise<void> {
  const session = await sessionOf(app, 'admin', as);
  if (file === undefined) {
    const { courtId } = session;
    const settings = await app.db.transaction().execute((tx) => lawSettingsOf({ tx, courtId }));
    return print(readingWords(settings).join('\n'));
  }
  const own = await readGivenJson(file, EXAMPLE);
  const { readings } = await actorOf(app, session)('set-law-settings', own);
  print(readings.join('\n'));
}
