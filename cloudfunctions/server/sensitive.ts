import { createHmac } from 'node:crypto';
import { CIPHERS, type CipherName, deriveKey, gcmWith, type Sealer } from './ciphers';
import { type Keyring, singleKey } from './keyring';

/**
 * Sealing of personal data with the field's name bound in, so that a sealed value cannot be moved to another
 * column; and a keyed hash (blind index) for exact search. A sealed value names its cipher and its key's version.
 */
export interface Vault {
  seal(field: string, plain: string): string;
  /** Throws when the value was changed, belongs to another field, or its key is not held. */
  open(field: string, sealed: string): string;
  /** Equal inputs give equal hashes, only for holders of the key. */
  index(field: string, plain: string): string;
  /** How values begin that are sealed as the settings say today; whatever begins otherwise awaits rotation. */
  currentPrefix: string;
}

/** The form of the first values: AES-256-GCM by the key of version 1, with nothing but the field bound in. */
const FIRST_FORM = 'v1';

export function createVault(keys: Keyring | Uint8Array, cipher: CipherName = 'aes-256-gcm'): Vault {
  const keyring = keys instanceof Uint8Array ? singleKey(keys) : keys;
  const now = `${CIPHERS[cipher].mark}.${keyring.current}`;
  const indexKey = deriveKey(keyring.indexKey, 'index');
  const sealers = new Map<string, Sealer>();
  const sealerOf = (form: string): Sealer => {
    const known = sealers.get(form) ?? makeSealer(keyring, form);
    sealers.set(form, known);
    return known;
  };
  return {
    currentPrefix: `${now}.`,
    seal(field, plain) {
      const sealed = sealerOf(now).seal(boundTo(now, field), Buffer.from(plain, 'utf8'));
      return `${now}.${sealed.toString('base64url')}`;
    },
    open(field, sealed) {
      const { form, payload } = partsOf(sealed);
      return sealerOf(form).open(boundTo(form, field), bytesOf(payload)).toString('utf8');
    },
    index(field, plain) {
      return createHmac('sha256', indexKey).update(`${field}\0${plain}`).digest('base64url');
    },
  };
}

/** Cipher, version and field: a value that says it is of another key or cipher does not open. */
const boundTo = (form: string, field: string): string => (form === FIRST_FORM ? field : `${form}\0${field}`);

function partsOf(sealed: string): { form: string; payload: string } {
  const at = sealed.lastIndexOf('.');
  if (at < 0) throw new Error('a sealed value has an unknown form');
  return { form: sealed.slice(0, at), payload: sealed.slice(at + 1) };
}

/** Only what we would have written ourselves: base64 lets the last letter vary. */
function bytesOf(payload: string): Buffer {
  const bytes = Buffer.from(payload, 'base64url');
  if (bytes.toString('base64url') !== payload) throw new Error('a sealed value was changed');
  return bytes;
}

function makeSealer(keyring: Keyring, form: string): Sealer {
  if (form === FIRST_FORM) return gcmWith(deriveKey(heldKey(keyring, 1), 'seal'));
  const [mark, version] = form.split('.');
  const cipher = Object.values(CIPHERS).find((one) => one.mark === mark);
  if (!cipher || !/^[1-9]\d{0,5}$/.test(version ?? '')) throw new Error('a sealed value has an unknown form');
  return cipher.withKey(heldKey(keyring, Number(version)));
}

function heldKey(keyring: Keyring, version: number): Uint8Array {
  const key = keyring.sealingKey(version);
  if (!key) throw new Error(`the key of version ${version} is not held`);
  if (key.length !== 32) throw new Error('a sealing key must have 32 bytes');
  return key;
}

/** The sealed columns, by the name that is bound into the seal. */
export const SEALED = {
  idNumber: 'id_number',
  phone: 'phone',
  otherPhones: 'other_phones',
  serviceAddress: 'service_address',
  householdAddress: 'household_address',
  importCases: 'import_cases',
  importSheet: 'import_sheet',
  file: 'file',
  accessCode: 'access_code',
  attempt: 'attempt',
  answer: 'answer',
  totpSecret: 'totp_secret',
  dataRequest: 'data_request',
  chatUser: 'chat_user',
  chatGroup: 'chat_group',
  chatText: 'chat_text',
  chatMessage: 'chat_message',
  chatCode: 'chat_code',
  // By the key of tips.
  tipContent: 'tip_content',
  tipWords: 'tip_words',
  tipOrders: 'tip_orders',
  tipSender: 'tip_sender',
  // By the key of tipsters.
  tipster: 'tipster',
  tipOpenid: 'tip_openid',
} as const;
