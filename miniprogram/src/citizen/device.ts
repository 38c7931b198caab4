import { platform } from '../platform';
import { drawHex } from './random';

const KEY = 'tip-device';
let drawing: Promise<string> | null = null;

/** The random name that this device gives itself; nothing of whose it is goes into it. */
export async function deviceId(): Promise<string> {
  const kept = platform.storage.get<string>(KEY);
  if (kept) return kept;
  drawing ??= drawHex();
  const drawn = await drawing;
  try {
    platform.storage.set(KEY, drawn);
  } catch {
    // On a full telephone it is the same until the page is closed.
  }
  return drawn;
}

export function forgetDevice(): void {
  drawing = null;
  platform.storage.remove(KEY);
}
