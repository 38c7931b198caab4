import { expect, test } from 'vitest';
import { passwordFault } from '../../shared/cases/password';

const of = { loginName: 'zhouming', before: 'the-one-I-was-given' };

test.each([
  ['short', 'Ab3$xY9!z', /至少 10 个字/],
  ['the same again', 'the-one-I-was-given', /一样/],
  ['the login name in it', 'ZhouMing@2026x', /登录名/],
  ['one letter again and again', 'aaaaaaaaaaaa', /重复/],
  ['two letters by turns', 'abababababab', /重复/],
  ['digits in a row', '1234567890', /常见/],
  ['digits in a row, backwards', '9876543210ab', /常见/],
  ['a row of the keyboard', 'qwertyuiop12', /常见/],
  ['a word that everybody takes', 'Password1234', /常见/],
  ['ten Chinese signs are ten', '春江潮水连海平海上明', null],
  ['a sentence', 'rain on the old bridge', null],
  ['an odd one', 'k7Qm-29xr-Tbwe', null],
])('%s', (_, password, expected) => {
  const fault = passwordFault(password, of);
  if (expected) expect(fault).toMatch(expected);
  else expect(fault).toBeNull();
});
