import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openKeyring } from '../../cloudfunctions/server/open-keyring';
import { createVault } from '../../cloudfunctions/server/sensitive';
import { readSettings } from '../../cloudfunctions/server/settings';

const folder = mkdtempSync(join(tmpdir(), 'zhiqian-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIRST = Buffer.alloc(32, 1).toString('base64');
const SECOND = Buffer.alloc(32, 2).toString('base64');
const KEYS = JSON.stringify({ current: 2, keys: { 1: FIRST, 2: SECOND }, index: FIRST });

function fileWith(text: string, mode = 0o600): string {
  const path = join(folder, `keys-${mode.toString(8)}.json`);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function vaultOf(env: Record<string, string>) {
  const { keys, masterKey } = readSettings({ ZHIQIAN_MASTER_KEY: FIRST, ...env });
  return createVault(openKeyring(keys, masterKey), keys.cipher);
}

describe('keys are kept outside the database', () => {
  const alone = vaultOf({});

  test.each([
    ['the environment', { ZHIQIAN_KEYS: KEYS }],
    ['a file', { ZHIQIAN_KEY_FILE: fileWith(KEYS) }],
    ['a key management system’s client', { ZHIQIAN_KEY_COMMAND: `cat '${fileWith(KEYS)}'` }],
  ])('in %s; what was sealed by the master key alone opens, what is new has the new key', (_where, env) => {
    const vault = vaultOf(env);
    expect(vault.open('phone', alone.seal('phone', '19900000001'))).toBe('19900000001');
    expect(vault.index('phone', '19900000001')).toBe(alone.index('phone', '19900000001'));
    expect(vault.currentPrefix).toBe('gcm.2.');
  });

  test('the national algorithms are a setting', () => {
    expect(vaultOf({ ZHIQIAN_CIPHER: 'sm4-hmac-sm3' }).currentPrefix).toBe('sm4.1.');
  });

  test.each([
    ['another cipher', { ZHIQIAN_CIPHER: 'des' }, 'ZHIQIAN_CIPHER'],
    ['two places at once', { ZHIQIAN_KEYS: KEYS, ZHIQIAN_KEY_FILE: 'x' }, 'only one of'],
    ['no such file', { ZHIQIAN_KEY_FILE: join(folder, 'nowhere') }, 'ENOENT'],
    ['a file for everybody', { ZHIQIAN_KEY_FILE: fileWith(KEYS, 0o644) }, 'chmod 600'],
    ['a command that fails', { ZHIQIAN_KEY_COMMAND: `echo '${FIRST}'; exit 3` }, '(3)'],
    ['a command that says nothing', { ZHIQIAN_KEY_COMMAND: 'true' }, 'not JSON'],
    ['keys that are none', { ZHIQIAN_KEYS: KEYS.replace(SECOND, SECOND.slice(0, 20)) }, 'key 2'],
  ])('%s is refused in a sentence without a key', (_what, env, sentence) => {
    expect(() => vaultOf(env)).toThrow(sentence);
    expect(() => vaultOf(env)).not.toThrow(FIRST);
  });
});
