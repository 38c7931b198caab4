import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Seals bytes so that a change of them, or of what they are bound to, is found before anything is decrypted. */
export interface Cipher {
  /** Stands before every value that it sealed. */
  mark: string;
  withKey(key: Uint8Array): Sealer;
}

export interface Sealer {
  seal(boundTo: string, plain: Buffer): Buffer;
  /** Throws when the bytes, or what they are bound to, are not what was sealed. */
  open(boundTo: string, sealed: Buffer): Buffer;
}

const NONCE = 12;
const TAG = 16;

/** From a key of its own for each purpose; the purposes of today's values stay as they are. */
export const deriveKey = (key: Uint8Array, purpose: string, length = 32, digest = 'sha256'): Buffer =>
  Buffer.from(hkdfSync(digest, key, '', `zhiqian/${purpose}`, length));

export function gcmWith(sealingKey: Uint8Array): Sealer {
  const options = { authTagLength: TAG };
  return {
    seal(boundTo, plain) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce, options).setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(boundTo, sealed) {
      if (sealed.length < NONCE + TAG) throw new Error('a sealed value is too short');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, NONCE), options)
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
    },
  };
}

const IV = 16;
const MAC = 32;

/** Encrypt, then authenticate: SM4 in counter mode, HMAC-SM3 over what it is bound to, the IV and the ciphertext. */
function sm4With(key: Uint8Array): Sealer {
  const sealingKey = deriveKey(key, 'sm4-seal', 16, 'sm3');
  const macKey = deriveKey(key, 'sm4-mac', 32, 'sm3');
  const macOf = (boundTo: string, sealed: Buffer) =>
    createHmac('sm3', macKey).update(`${boundTo}\0`).update(sealed).digest();
  return {
    seal(boundTo, plain) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('sm4-ctr', sealingKey, iv);
      const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
      return Buffer.concat([macOf(boundTo, sealed), sealed]);
    },
    open(boundTo, bytes) {
      if (bytes.length < MAC + IV) throw new Error('a sealed value is too short');
      const sealed = bytes.subarray(MAC);
      if (!timingSafeEqual(macOf(boundTo, sealed), bytes.subarray(0, MAC))) {
        throw new Error('a sealed value was changed');
      }
      const decipher = createDecipheriv('sm4-ctr', sealingKey, sealed.subarray(0, IV));
      return Buffer.concat([decipher.update(sealed.subarray(IV)), decipher.final()]);
    },
  };
}

export const CIPHERS = {
  'aes-256-gcm': { mark: 'gcm', withKey: (key) => gcmWith(deriveKey(key, 'gcm-seal')) },
  'sm4-hmac-sm3': { mark: 'sm4', withKey: sm4With },
} as const satisfies Record<string, Cipher>;

export type CipherName = keyof typeof CIPHERS;

export const isCipherName = (text: string): text is CipherName => Object.hasOwn(CIPHERS, text);

/** Some builds of OpenSSL come without the national algorithms. */
export const canCipher = (name: CipherName): boolean =>
  name !== 'sm4-hmac-sm3' || getCiphers().includes('sm4-ctr');
