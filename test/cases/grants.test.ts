import { expect, test } from 'vitest';
import { placeFault } from '../../shared/cases/grants';

test.each([
  ['village-liaison', { villageId: 'v' }, null],
  ['village-liaison', {}, '选择一个村（社区）'],
  ['village-liaison', { townId: 't' }, '选择一个村（社区）'],
  ['village-liaison', { villageId: 'v', townId: 't' }, '选择一个村（社区）'],
  ['town-liaison', { townId: 't' }, null],
  ['town-liaison', { villageId: 'v' }, '选择一个镇街'],
  ['officer', { teamId: 'e' }, null],
  ['officer', {}, '选择一个执行团队'],
  ['judge', {}, null],
  ['judge', { teamId: 'e' }, '管全院，不选村、镇和团队'],
  ['admin', {}, null],
  ['admin', { townId: 't' }, '管全院，不选村、镇和团队'],
] as const)('%s with %j', (role, place, fault) => {
  expect(placeFault(role, place)?.place ?? null).toBe(fault);
});
