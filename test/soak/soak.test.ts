import { expect, test } from 'vitest';
import { soak } from './soak';

/** The whole run is `npm run soak`: 10,000 notices and 200 kills. */
const SEED = 20_260_302;

test('sweepers are killed over 400 notices and the database restarted: each ends once, none is lost, none comes twice', async () => {
  const wish = { notices: 400, kills: 12, restarts: 1, days: 3, hours: [8, 12, 16], seed: SEED };
  const { problems, ...numbers } = await soak(wish);
  expect(problems, `seed ${SEED}: ${JSON.stringify(numbers)}`).toEqual([]);
  expect(numbers).toMatchObject({ kills: 12, restarts: 1 });
  const { accepted = 0, delivered = 0 } = numbers.states;
  expect(accepted + delivered).toBeGreaterThan(250);
});
