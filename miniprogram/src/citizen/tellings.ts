import type { TipAbout } from '../../../shared/cases/tip';
import { platform } from '../platform';
import { writeMakingRoom } from '../storage-room';
import { forgetCopies } from './copy';
import { forgetDevice } from './device';

/** What somebody is about to tell, as it is kept on his telephone until the court has it. */
export interface Telling {
  understood: boolean;
  step: number;
  /** Drawn when the form is opened: a second try after a lost answer is the same tip. */
  code: string;
  /** Of the notice; empty where there is none. */
  number: string;
  whom: string;
  about: TipAbout | null;
  words: string;
  place: string;
  point: { latitude: number; longitude: number } | null;
  seenDay: string;
  seenWhen: string;
  photos: string[];
  /** What the court calls the photos that it has: a second try does not send them again. */
  sent: Record<string, string>;
}

const PREFIX = 'telling:';

export const emptyTelling = (number: string): Telling => ({
  ...{ understood: false, step: 0, code: '', number, whom: '', about: null, words: '' },
  ...{ place: '', point: null, seenDay: '', seenWhen: '', photos: [], sent: {} },
});

/** Not under an account, as drafts are: whoever is signed in on this telephone has nothing to do with it. */
export const keyOf = (number: string): string => `${PREFIX}${number}`;

export const readTelling = (number: string): Telling => ({
  ...emptyTelling(number),
  ...platform.storage.get<Partial<Telling>>(keyOf(number)),
});

/** False on a full telephone: one can still tell, but must not close the page. */
export function keepTelling(key: string, telling: Telling): boolean {
  try {
    writeMakingRoom(platform.storage, () => platform.storage.set(key, telling));
    return true;
  } catch {
    platform.storage.remove(key);
    return false;
  }
}

/** One of them, with its photos; the page names those that a full telephone did not write down. */
export async function forgetTelling(key: string, shown: readonly string[] = []): Promise<void> {
  const photos = new Set([...(platform.storage.get<Telling>(key)?.photos ?? []), ...shown]);
  platform.storage.remove(key);
  forgetCopies();
  for (const path of photos) await platform.files.remove(path).catch(() => {});
}

/** All of them, and the name of this device. */
export async function forgetTellings(): Promise<void> {
  const keys = platform.storage.keys().filter((key) => key.startsWith(PREFIX));
  forgetDevice();
  forgetCopies();
  for (const key of keys) await forgetTelling(key);
}
