import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CIPHERS, type CipherName, canCipher } from '../../cloudfunctions/server/ciphers';
import { type Keyring, readKeyring } from '../../cloudfunctions/server/keyring';
import { createVault } from '../../cloudfunctions/server/sensitive';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const NAMES = Object.keys(CIPHERS) as CipherName[];
const PLAIN = '青溪县虹溪镇宋家村12号';

/** The examples of GB/T 32907-2016 appendix A and GB/T 32905-2016 appendix A. */
describe('the national algorithms are what the standards say', () => {
  const key = hex('01234567 89abcdef fedcba98 76543210');

  test('SM4, example 1: one block, there and back', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    const sealed = cipher.update(key);
    expect(sealed.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    expect(createDecipheriv('sm4-ecb', key, null).setAutoPadding(false).update(sealed)).toEqual(key);
  });

  test('SM4, example 2: a million times over', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    let block = key;
    for (let round = 0; round < 1_000_000; round += 1) block = cipher.update(block);
    expect(block.toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66');
  });

  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 of %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
  });

  test('this build of Node has them', () => expect(NAMES.filter((name) => !canCipher(name))).toEqual([]));
});

describe.each(NAMES)('%s', (name) => {
  const vault = createVault(ring({ 1: 1 }, 1), name);
  const sealed = vault.seal('phone', PLAIN);

  test('opens what it sealed, says by which key, and never seals twice alike', () => {
    expect(vault.open('phone', sealed)).toBe(PLAIN);
    expect(sealed.startsWith(`${CIPHERS[name].mark}.1.`)).toBe(true);
    expect(vault.seal('phone', PLAIN)).not.toBe(sealed);
    expect(vault.open('phone', vault.seal('phone', ''))).toBe('');
  });

  test('a value of another field does not open', () => {
    expect(() => vault.open('id_number', sealed)).toThrow();
  });

  test('no letter of it can be changed, none left out and none added', () => {
    const undetected = Array.from(sealed).flatMap((letter, at) => {
      const others = [letter === 'A' ? 'B' : 'A', letter === '7' ? '8' : '7', letter === '_' ? '-' : '_', ''];
      return others
        .filter((other) => opens(sealed.slice(0, at) + other + sealed.slice(at + 1)))
        .map(() => at);
    });
    expect(undetected).toEqual([]);
    expect(opens(`${sealed}A`)).toBe(false);
  });

  test('no bit of the bytes can be turned, and no end cut off', () => {
    const prefix = sealed.slice(0, sealed.lastIndexOf('.') + 1);
    const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
    const undetected: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      if (opens(prefix + changed.toString('base64url'))) undetected.push(`bit ${bit}`);
    }
    for (let length = 0; length < bytes.length; length += 1) {
      if (opens(prefix + bytes.subarray(0, length).toString('base64url'))) undetected.push(`cut ${length}`);
    }
    expect(undetected).toEqual([]);
  });

  test('it cannot pass for another key’s or another cipher’s, even where the keys are the same', () => {
    const twins = createVault(ring({ 1: 1, 2: 1 }, 2), name);
    expect(twins.open('phone', sealed)).toBe(PLAIN);
    expect(() => twins.open('phone', sealed.replace('.1.', '.2.'))).toThrow();
    for (const other of NAMES.filter((one) => one !== name)) {
      expect(() => twins.open('phone', sealed.replace(/^\w+/, CIPHERS[other].mark))).toThrow();
    }
  });

  function opens(value: string): boolean {
    try {
      vault.open('phone', value);
      return true;
    } catch {
      return false;
    }
  }
});

describe('keys have versions', () => {
  test('after a rotation the old is read, the new is written, and an index stays what it was', () => {
    const before = createVault(ring({ 1: 1 }, 1));
    const after = createVault(ring({ 1: 1, 2: 2 }, 2), 'sm4-hmac-sm3');
    const old = before.seal('phone', PLAIN);
    expect(after.open('phone', old)).toBe(PLAIN);
    expect(after.seal('phone', PLAIN)).toMatch(/^sm4\.2\./);
    expect(after.currentPrefix).toBe('sm4.2.');
    expect(after.index('phone', PLAIN)).toBe(before.index('phone', PLAIN));
    expect(after.index('phone', PLAIN)).not.toBe(after.index('id_number', PLAIN));
  });

  test('what a key sealed that is no longer held stays shut, and says which', () => {
    const sealed = createVault(ring({ 1: 1 }, 1)).seal('phone', PLAIN);
    expect(() => createVault(ring({ 2: 2 }, 2)).open('phone', sealed)).toThrow('version 1');
    expect(() => createVault(ring({ 1: 3 }, 1)).open('phone', sealed)).toThrow();
  });

  test('values of the first form still open with key 1', () => {
    const key = Buffer.alloc(32, 1);
    const sealed = sealInFirstForm(key, 'phone', PLAIN);
    expect(createVault(ring({ 1: 1, 2: 2 }, 2)).open('phone', sealed)).toBe(PLAIN);
    expect(() => createVault(ring({ 1: 1 }, 1)).open('id_number', sealed)).toThrow();
    expect(() => createVault(ring({ 2: 1 }, 2)).open('phone', sealed)).toThrow('version 1');
  });

  test.each([
    '',
    'plain',
    'gcm..x',
    'gcm.0.AAAA',
    'gcm.1',
    'rot13.1.AAAA',
    'v1.',
    'v2.AAAA',
    'constructor.1.AAAA',
  ])('%j is no sealed value', (value) =>
    expect(() => createVault(ring({ 1: 1 }, 1)).open('phone', value)).toThrow(),
  );
});

describe('keys as an operator writes them', () => {
  const good = { current: 2, keys: { 1: base64(1), 2: base64(2) }, index: base64(1) };

  test('open what was sealed by the master key alone, when it is key 1 and the index key', () => {
    const written = readKeyring(JSON.stringify(good));
    const alone = readKeyring(JSON.stringify({ current: 1, keys: { 1: base64(1) }, index: base64(1) }));
    expect(written.current).toBe(2);
    expect(written.sealingKey(1)).toEqual(alone.sealingKey(1));
    expect(written.indexKey).toEqual(alone.indexKey);
    expect(written.sealingKey(3)).toBeUndefined();
  });

  test.each([
    ['no JSON', '{', 'not JSON'],
    ['nothing', 'null', '"keys" is missing'],
    ['no current', JSON.stringify({ ...good, current: undefined }), 'whole number'],
    ['a current that is not there', JSON.stringify({ ...good, current: 3 }), 'no key 3'],
    [
      'a version that is no number',
      JSON.stringify({ ...good, keys: { ...good.keys, x: base64(1) } }),
      'whole number',
    ],
    [
      'a short key',
      JSON.stringify({ ...good, keys: { ...good.keys, 2: 'c2hvcnQ=' } }),
      'key 2 must be 32 bytes',
    ],
    ['no index', JSON.stringify({ ...good, index: undefined }), '"index" must be 32 bytes'],
  ])('%s is refused in a sentence', (_what, text, sentence) => {
    expect(() => readKeyring(text)).toThrow(sentence);
    expect(() => readKeyring(text)).not.toThrow(base64(1));
  });
});

function base64(letter: number): string {
  return Buffer.alloc(32, letter).toString('base64');
}

/** Versions, each with a key of one repeated byte. */
function ring(keys: Record<number, number>, current: number): Keyring {
  return {
    current,
    sealingKey: (version) =>
      keys[version] === undefined ? undefined : new Uint8Array(32).fill(keys[version]),
    indexKey: new Uint8Array(32).fill(9),
  };
}

/** As the first version of this software sealed, written down once more. */
function sealInFirstForm(key: Uint8Array, field: string, plain: string): string {
  const sealingKey = Buffer.from(hkdfSync('sha256', key, '', 'zhiqian/seal', 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(field));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}
