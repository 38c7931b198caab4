import { type CipherName, isCipherName } from './ciphers';
import { SetupError } from './settings-error';

/** Where the keys of sealed data come from. */
export type KeySource =
  /** One key, in the environment. */
  | { from: 'master-key' }
  /** All versions, written as JSON. */
  | { from: 'text'; text: string }
  | { from: 'file'; path: string }
  /** Whatever prints that JSON: the client of a key management system. */
  | { from: 'command'; command: string };

export interface KeySettings {
  source: KeySource;
  cipher: CipherName;
}

type Environment = Record<string, string | undefined>;

export function readKeySettings(env: Environment): KeySettings {
  const cipher = env.ZHIQIAN_CIPHER ?? 'aes-256-gcm';
  if (!isCipherName(cipher)) {
    throw new SetupError(`ZHIQIAN_CIPHER is "${cipher}"; it can be "aes-256-gcm" or "sm4-hmac-sm3".`);
  }
  const sources = sourcesIn(env);
  if (sources.length > 1) {
    throw new SetupError('Set only one of ZHIQIAN_KEY_FILE, ZHIQIAN_KEY_COMMAND and ZHIQIAN_KEYS.');
  }
  return { cipher, source: sources[0] ?? { from: 'master-key' } };
}

function sourcesIn(env: Environment): KeySource[] {
  const { ZHIQIAN_KEY_FILE: path, ZHIQIAN_KEY_COMMAND: command, ZHIQIAN_KEYS: text } = env;
  const sources: (KeySource | undefined | '')[] = [
    path && { from: 'file', path },
    command && { from: 'command', command },
    text && { from: 'text', text },
  ];
  return sources.filter((source) => source !== undefined && source !== '');
}
