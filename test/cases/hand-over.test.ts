import { describe, expect, test } from 'vitest';
import { handOverFault, mayTakeOver, type Post } from '../../shared/cases/hand-over';
import { day } from '../../shared/day';

const village: Post = { role: 'village-liaison', townId: 'hongxi', teamId: null };
const town: Post = { role: 'town-liaison', townId: 'hongxi', teamId: null };
const elsewhere: Post = { role: 'village-liaison', townId: 'yunling', teamId: null };
const officer: Post = { role: 'officer', townId: null, teamId: 'first' };
const otherOfficer: Post = { role: 'officer', townId: null, teamId: 'second' };
const judge: Post = { role: 'judge', townId: null, teamId: null };

test.each([
  ['a village to the next village of the town', [village], [village], true],
  ['a village to its town', [village], [town], true],
  ['a town to one of its villages', [town], [village], true],
  ['a village to another town', [village], [elsewhere], false],
  ['two villages, one of which is another town’s', [village, elsewhere], [village], false],
  ['two villages to somebody of both towns', [village, elsewhere], [village, elsewhere], true],
  ['a village to a judge', [village], [judge], false],
  ['a team to the other team', [officer], [otherOfficer], true],
  ['a team to a village', [officer], [village], false],
  ['a judge, who has no place to hand over', [judge], [judge], false],
  ['a judge who is also of a team hands over the team only', [judge, officer], [otherOfficer], true],
  ['to somebody without a role', [village], [], false],
])('%s', (_, giver, colleague, allowed) => {
  expect(mayTakeOver(giver, colleague)).toBe(allowed);
});

describe('for how long', () => {
  test.each([
    ['today only', '2026-03-02', '2026-03-02', null],
    ['sixty days', '2026-03-02', '2026-04-30', null],
    ['sixty-one', '2026-03-02', '2026-05-01', 'too-long'],
    ['from yesterday', '2026-03-01', '2026-03-03', 'past'],
    ['the wrong way round', '2026-03-05', '2026-03-04', 'backwards'],
  ])('%s', (_, from, to, fault) => {
    expect(handOverFault(day(from), day(to), day('2026-03-02'))).toBe(fault);
  });
});
