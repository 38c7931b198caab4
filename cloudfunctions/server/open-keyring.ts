import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { canCipher } from './ciphers';
import { type Keyring, ofMasterKey, readKeyring } from './keyring';
import { SetupError } from './settings-error';
import type { KeySettings } from './settings-keys';

/** Takes the keys from where the settings say they are kept. No message that it throws holds a key. */
export function openKeyring({ source, cipher }: KeySettings, masterKey: Uint8Array): Keyring {
  if (!canCipher(cipher)) {
    throw new SetupError(
      `This Node.js has no SM4 and SM3, which ZHIQIAN_CIPHER=${cipher} needs; use the build of nodejs.org.`,
    );
  }
  switch (source.from) {
    case 'master-key':
      return ofMasterKey(masterKey);
    case 'text':
      return readOrSay('ZHIQIAN_KEYS', source.text);
    case 'file':
      return readOrSay('ZHIQIAN_KEY_FILE', textOfFile(source.path));
    case 'command':
      return readOrSay('ZHIQIAN_KEY_COMMAND', textOfCommand(source.command));
  }
}

/** The keys of a store of its own: one key in base64, or several written as JSON. */
export function openOwnKeyring(setting: string, text: string): Keyring {
  if (text.trimStart().startsWith('{')) return readOrSay(setting, text);
  const key = new Uint8Array(Buffer.from(text, 'base64'));
  if (key.length !== 32) {
    throw new SetupError(`${setting} must be 32 bytes in base64: openssl rand -base64 32`);
  }
  return ofMasterKey(key);
}

function readOrSay(setting: string, text: string): Keyring {
  try {
    return readKeyring(text);
  } catch (error) {
    throw new SetupError(`${setting}: ${(error as Error).message}.`);
  }
}

function textOfFile(path: string): string {
  try {
    if (statSync(path).mode & 0o007) {
      throw new SetupError(`ZHIQIAN_KEY_FILE: everybody on this machine may read ${path}; chmod 600 it.`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`ZHIQIAN_KEY_FILE: ${path} cannot be read (${(error as { code?: string }).code}).`);
  }
}

const A_KMS_ANSWERS_WITHIN_MS = 30_000;

/** A failed command's own words may hold what it was given; only its code is told. */
function textOfCommand(command: string): string {
  try {
    return execFileSync('/bin/sh', ['-c', command], {
      encoding: 'utf8',
      timeout: A_KMS_ANSWERS_WITHIN_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    const { status, code } = error as { status?: number | null; code?: string };
    throw new SetupError(`ZHIQIAN_KEY_COMMAND gave no keys (${status ?? code ?? 'no answer'}).`);
  }
}
