import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Sealing of personal data: AES-256-GCM with the field's name as associated data, so that a sealed value
 * cannot be moved to another column; and a keyed hash (blind index) for exact search. Keys come from one
 * master key that lives outside the database.
 */
export interface Vault {
  seal(field: string, plain: string): string;
  /** Throws when the value was changed or belongs to another field. */
  open(field: string, sealed: string): string;
  /** Equal inputs give equal hashes, only for holders of the key. */
  index(field: string, plain: string): string;
}

const VERSION = 'v1';

export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== 32) throw new Error('the master key must have 32 bytes');
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `zhiqian/${purpose}`, 32));
  const sealingKey = derive('seal');
  const indexKey = derive('index');
  return {
    seal(field, plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(field));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(field, sealed) {
      const [version, payload] = sealed.split('.');
      if (version !== VERSION || !payload) throw new Error('a sealed value has an unknown form');
      const bytes = Buffer.from(payload, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, 12))
        .setAAD(Buffer.from(field))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    index(field, plain) {
      return createHmac('sha256', indexKey).update(`${field}\0${plain}`).digest('base64url');
    },
  };
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
} as const;
