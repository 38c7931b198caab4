import type { Wish } from './book';
import type { County } from './county';
import * as course from './courses';
import type { Dice } from './dice';
import type { People, Person } from './people';
import type { Stage } from './stage';

export interface Plot {
  wish: Wish;
  course: course.Course;
}

type Days = Pick<Wish, 'due' | 'start' | 'instalments' | 'unmatched'>;

/** How many cases of each kind the county has; a few more are those of the personas. */
export function plotCounty(stage: Stage, county: County, people: People): Plot[] {
  const { dice } = stage;
  const { ahead, overdue, inParts } = daysBy(dice);
  const firms = Array.from({ length: 7 }, () => people.company());
  const plots: Plot[] = [];
  const tell = (count: number, told: () => course.Course, days: () => Days) => {
    for (let nth = 0; nth < count; nth += 1) {
      plots.push({ wish: { ...someParties(stage, county, people, firms), ...days() }, course: told() });
    }
  };
  tell(
    42,
    () => course.waiting,
    () => ({ due: dice.between(5, 40), start: null }),
  );
  tell(
    14,
    () => course.waiting,
    () => ({ due: dice.between(5, 30), start: null, unmatched: true }),
  );
  tell(
    6,
    () => course.supervised,
    () => ({ ...ahead(), unmatched: true }),
  );
  tell(42, () => course.supervised, inParts(ahead));
  tell(
    8,
    () => course.partlyPaid,
    () => ({ due: dice.between(2, 20), start: -dice.between(9, 14) }),
  );
  tell(30, () => course.supervised, inParts(overdue(1, 14)));
  tell(26, () => course.supervised, overdue(15, 32));
  tell(20, () => course.supervised, overdue(33, 62));
  tell(10, () => course.partlyPaid, overdue(5, 40));
  tell(6, () => course.registered(dice.between(1, 2)), overdue(3, 20));
  tell(5, () => course.registered(dice.between(4, 8)), overdue(3, 20));
  tell(4, () => course.disputed, overdue(5, 25));
  tell(3, () => course.rejected, overdue(5, 25));
  tell(18, () => course.paused('objection'), overdue(3, 20));
  tell(12, () => course.paused('hardship'), overdue(3, 25));
  tell(6, () => course.answered, overdue(6, 30));
  tell(5, () => course.proposed, overdue(2, 18));
  tell(14, () => course.planned(dice.between(3, 8), 0), overdue(12, 20));
  tell(12, () => course.planned(dice.between(13, 30), 1), overdue(34, 45));
  tell(6, () => course.planned(dice.between(45, 62), 2), overdue(66, 72));
  tell(5, () => course.planned(dice.between(14, 20), 0), overdue(24, 30));
  tell(
    26,
    () => course.performed(dice.between(1, 4)),
    () => ({ due: dice.between(2, 15), start: -dice.between(12, 16) }),
  );
  tell(26, () => course.performed(dice.between(1, 5)), overdue(4, 20));
  tell(14, () => course.performed(dice.between(20, 55)), overdue(62, 70));
  tell(11, () => course.withdrawn(dice.between(2, 12)), overdue(15, 40));
  tell(4, () => course.applied, overdue(8, 40));
  tell(3, () => course.filed(dice.between(2, 8)), overdue(15, 22));
  tell(17, () => course.filed(dice.between(5, 30)), overdue(38, 64));
  return plots;
}

function daysBy(dice: Dice) {
  const ahead = (): Days => ({ due: dice.between(2, 25), start: -dice.between(2, 12) });
  const overdue = (least: number, most: number) => (): Days => {
    const due = -dice.between(least, most);
    return { due, start: due - dice.between(8, 14) };
  };
  const inParts = (days: () => Days) => (): Days => ({
    ...days(),
    instalments: dice.percent(15) ? 3 : undefined,
  });
  return { ahead, overdue, inParts };
}

function someParties({ dice }: Stage, county: County, people: People, firms: Person[]) {
  return {
    obligor: people.natural(),
    obligee: dice.percent(18) ? dice.pick(firms) : people.natural(),
    village: dice.pick(county.villages),
  };
}
