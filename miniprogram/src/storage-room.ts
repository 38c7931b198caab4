import type { Storage } from './platform/platform';

/** Writes; when the telephone is full, gives up what was only cached, and writes again. */
export function writeMakingRoom(storage: Storage, write: () => void): void {
  try {
    write();
  } catch {
    for (const key of storage.keys()) if (key.startsWith('cache:')) storage.remove(key);
    write();
  }
}
