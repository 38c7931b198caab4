import { describe, expect, test } from 'vitest';
import { isHeldByTrial, sendingOf } from '../../shared/reminders/trial';

const allow = [{ index: 'hash-of-one', mask: '****1001' }];

describe('a court that tries the system out writes only to the numbers that it named', () => {
  test.each([
    ['nothing set', {}, 'hash-of-one', false],
    ['settings of other kinds', { law: { daysAYear: 360 } }, 'hash-of-one', false],
    ['no trial, a list left over', { sending: { trial: false, allow } }, 'hash-of-two', false],
    ['a trial, a number of the list', { sending: { trial: true, allow } }, 'hash-of-one', false],
    ['a trial, another number', { sending: { trial: true, allow } }, 'hash-of-two', true],
    ['a trial, an account without a number', { sending: { trial: true, allow } }, 'account:acct_1', true],
    ['a trial with nobody in it', { sending: { trial: true } }, 'hash-of-one', true],
    ['what nobody can read', { sending: { trial: 'yes' } }, 'hash-of-one', true],
    ['no settings at all', null, 'hash-of-one', false],
  ])('%s: %j, to %s: held %s', (_, settings, person, held) => {
    expect(isHeldByTrial(sendingOf(settings), person)).toBe(held);
  });
});
