import { deriveKey } from './ciphers';

/**
 * The keys of sealed data, wherever they are kept: the port behind which a file, the environment or a key
 * management system stands. A version's key never changes; a new key is a new version.
 */
export interface Keyring {
  /** What is sealed now is sealed with this version. */
  current: number;
  /** Undefined for a version that is not held (any more). */
  sealingKey(version: number): Uint8Array | undefined;
  /** Of the blind indexes; has no versions, so that sealing keys rotate without a new index. */
  indexKey: Uint8Array;
}

/** A keyring with one key, which is version 1 and the index key too. */
export const singleKey = (key: Uint8Array): Keyring => ({
  current: 1,
  sealingKey: (version) => (version === 1 ? key : undefined),
  indexKey: key,
});

/** What an operator's keys become: each has a key of its own for sealing, apart from tokens and addresses. */
const ofMaster = (master: Uint8Array): Uint8Array => new Uint8Array(deriveKey(master, 'vault'));

export const ofMasterKey = (master: Uint8Array): Keyring => singleKey(ofMaster(master));

const FORM = '{"current":2,"keys":{"1":"<base64>","2":"<base64>"},"index":"<base64>"}';

/** Reads the keys as an operator or a key management system writes them. Throws a sentence without any key in it. */
export function readKeyring(text: string): Keyring {
  const { current, keys, index } = parse(text);
  if (!keys || typeof keys !== 'object') throw new Error(`"keys" is missing; the keys are written ${FORM}`);
  const held = new Map(
    Object.entries(keys).map(([version, key]) => [
      versionOf(version),
      ofMaster(bytesOf(`key ${version}`, key)),
    ]),
  );
  const now = versionOf(String(current));
  if (!held.has(now)) throw new Error(`"current" is ${now}, but there is no key ${now}`);
  return {
    current: now,
    sealingKey: (version) => held.get(version),
    indexKey: ofMaster(bytesOf('"index"', index)),
  };
}

interface Written {
  current?: unknown;
  keys?: Record<string, unknown>;
  index?: unknown;
}

function parse(text: string): Written {
  try {
    return Object(JSON.parse(text)) as Written;
  } catch {
    throw new Error(`the keys are not JSON; they are written ${FORM}`);
  }
}

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error('a key version is a whole number from 1');
  return Number(text);
}

function bytesOf(what: string, text: unknown): Uint8Array {
  const key = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  if (key.length !== 32) throw new Error(`${what} must be 32 bytes in base64: openssl rand -base64 32`);
  return new Uint8Array(key);
}
