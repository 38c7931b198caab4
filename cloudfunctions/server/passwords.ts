import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** The slow one-way function of passwords; a port, so that tests count its calls and need not wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** `hash` null: nobody has this login name; the same work is done and the answer is no. */
  matches(password: string, hash: string | null): Promise<boolean>;
  /** The same slowness with a given salt, for a secret by which its row is found. */
  derive(secret: string, salt: string): Promise<string>;
}

export interface ScryptCost {
  /** Memory is 128 · r · 2^logN bytes, time grows with p. */
  logN: number;
  r: number;
  p: number;
}

/** 32 MiB and about a quarter of a second: OWASP's scrypt setting for little memory (N = 2^15, r = 8, p = 3). */
export const COURT_COST: ScryptCost = { logN: 15, r: 8, p: 3 };

const KEY_BYTES = 32;
const MEGABYTE = 1024 * 1024;

/** Hashes carry their own parameters, so that a later, dearer setting still reads the old ones. */
export function createPasswords(cost: ScryptCost): Passwords {
  const decoy = written(cost, Buffer.alloc(16), Buffer.alloc(KEY_BYTES));
  return {
    async derive(secret, salt) {
      return (await derive(secret, Buffer.from(salt), cost)).toString('base64url');
    },
    async hash(password) {
      const salt = randomBytes(16);
      return written(cost, salt, await derive(password, salt, cost));
    },
    async matches(password, hash) {
      const { salt, key, ...kept } = readHash(hash ?? decoy);
      const same = timingSafeEqual(await derive(password, salt, kept), key);
      return same && hash !== null;
    },
  };
}

const written = ({ logN, r, p }: ScryptCost, salt: Buffer, key: Buffer): string =>
  ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

function readHash(hash: string): ScryptCost & { salt: Buffer; key: Buffer } {
  const [kind, logN, r, p, salt = '', key = ''] = hash.split('$');
  if (kind !== 'scrypt') throw new Error('a password hash has an unknown form');
  return {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

/** The same letters typed on another keyboard are the same password. */
function derive(password: string, salt: Buffer, { logN, r, p }: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 128 * r * 2 ** logN * 2 + MEGABYTE };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
