import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { spellAloud } from '../../shared/ids';

const PERIOD_S = 30;
const DIGITS = 6;

const generatorOf = (secret: string, label = '') =>
  new TOTP({ issuer: '执前通', label, secret: Secret.fromBase32(secret), digits: DIGITS, period: PERIOD_S });

/** 160 bits, as authenticator apps expect them. */
export function newTotpSecret(random: (bytes: number) => Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(random(20)).buffer }).base32;
}

export function totpUri(secret: string, loginName: string): string {
  return generatorOf(secret, loginName).toString();
}

/** The half minute whose code this is, one before and one after allowed for telephones that go wrong; or null. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = generatorOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}

/** Ten codes for whoever loses the telephone, e.g. `K7M2-9QXR-T3VA-8WZC`: 79 bits each, so a plain hash keeps them. */
export function newRecoveryCodes(random: (bytes: number) => Uint8Array): string[] {
  return Array.from({ length: 10 }, () => spellAloud(random(16)).match(/.{4}/g)!.join('-'));
}

export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('base64url');
