import type { ActionName, InputOf, OutputOf } from '../../../shared/actions';
import { addDays, type Day, dayAt, instantOf } from '../../../shared/day';
import { makeId } from '../../../shared/ids';
import { handlers } from '../../server/actions';
import type { App } from '../../server/app';
import type { Caller } from '../../server/caller';
import { createContext, type SignedIn } from '../../server/context';
import type { Tx } from '../../server/storage/connect';
import type { Dice } from './dice';

export const COURT = 'court_qingxi';

/** Where history is played: one transaction, a clock that we set, and chance that falls the same way each time. */
export interface Stage {
  app: App;
  tx: Tx;
  dice: Dice;
  /** The day of the first start. */
  today: Day;
  now(): Date;
  setNow(moment: Date): void;
}

export function createStage(real: App, tx: Tx, dice: Dice, first: Date): Stage {
  let now = first;
  const app: App = {
    ...real,
    now: () => now,
    random: dice.bytes,
    newId: (kind) => makeId(kind, dice.bytes),
  };
  return {
    app,
    tx,
    dice,
    today: dayAt(first),
    now: () => now,
    setNow: (moment) => {
      now = moment;
    },
  };
}

/** A moment of a working day, `offset` days from the first start; never later than that start. */
export function momentOf({ dice, today }: Stage, offset: number, hours: [number, number] = [9, 17]): Date {
  return instantOf(addDays(today, offset), dice.between(...hours), dice.between(0, 59));
}

export function contextOf({ app, tx, now }: Stage, caller: Caller | null, action: ActionName): SignedIn {
  const from = { action, caller, courtId: COURT, clientAddress: '', openid: null, now: now() };
  return createContext(app, tx, from) as SignedIn;
}

/** Somebody does something: the real handler, with its refusals, its audit line and its notices. */
export async function act<A extends ActionName>(
  stage: Stage,
  caller: Caller | null,
  action: A,
  input: InputOf<A>,
): Promise<OutputOf<A>> {
  const handler = handlers[action] as (input: InputOf<A>, context: SignedIn) => Promise<OutputOf<A>>;
  return handler(input, contextOf(stage, caller, action));
}
