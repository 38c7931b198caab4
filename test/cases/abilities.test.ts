import { describe, expect, test } from 'vitest';
import { abilitiesOf, type Button } from '../../shared/cases/abilities';
import { CASE_STATUSES, type CaseStatus, caseCan } from '../../shared/cases/case-status';
import type { Role } from '../../shared/cases/roles';

const pressable = (status: CaseStatus, role: Role, idle: Button[] = []) =>
  Object.entries(abilitiesOf({ status, roles: [role], idle })).flatMap(([button, works]) =>
    works ? [button] : [],
  );

describe('which buttons work', () => {
  test.each<[CaseStatus, Role, Button[]]>([
    ['waiting', 'judge', ['startSupervision', 'registerPayment', 'decidePayment', 'recordFiling']],
    [
      'supervised',
      'judge',
      ['withdrawSupervision', 'registerPayment', 'decidePayment', 'decideRequest', 'recordFiling'],
    ],
    ['supervised', 'clerk', ['withdrawSupervision', 'registerPayment', 'decidePayment', 'recordFiling']],
    ['supervised', 'officer', ['registerPayment', 'recordFiling']],
    ['supervised', 'obligor', ['registerPayment', 'proposePlan', 'decidePlan', 'object', 'reportHardship']],
    ['supervised', 'obligee', ['decidePayment', 'proposePlan', 'decidePlan', 'applyForEnforcement']],
    ['waiting', 'obligee', ['decidePayment', 'applyForEnforcement']],
    ['filed', 'obligor', ['registerPayment']],
    ['filed', 'obligee', ['decidePayment']],
    ['performed', 'judge', ['decidePayment']],
    ['performed', 'obligor', []],
  ])('%s, %s: %j', (status, role, buttons) => {
    expect(pressable(status, role)).toEqual(buttons);
  });

  test('what has nothing to act on is not offered', () => {
    expect(
      pressable('supervised', 'obligee', ['decidePayment', 'decidePlan', 'applyForEnforcement']),
    ).toEqual(['proposePlan']);
  });

  test('until it is filed or performed, no status takes the road to enforcement from the creditor', () => {
    const closed = CASE_STATUSES.filter((status) => !caseCan('applyForEnforcement', status));
    expect(closed).toEqual(['performed', 'filed']);
  });
});
