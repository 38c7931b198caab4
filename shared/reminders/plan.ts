import { type CaseStatus, caseCan } from '../cases/case-status';
import { fulfil, type Instalment, missedInstalment } from '../cases/plan';
import { addDays, type Day } from '../day';
import { type Fen, fen } from '../money';
import {
  type Ladder,
  ladderOn,
  type Rung,
  type RungStep,
  type Side,
  STAFF_READERS,
  type StaffReader,
} from './ladder';
import type { ChannelName } from './weight';

/** What the rule needs to know of a case under supervision. */
export interface ReminderSnapshot {
  status: CaseStatus;
  startedDay: Day;
  /** The debt in the portions that the instrument fixes; at least one. */
  portions: readonly Instalment[];
  confirmed: Fen;
  /** The plan that both sides agreed on, kept or with an instalment missed. */
  plan: AgreedPlan | null;
  parties: readonly { partyId: string; side: Side }[];
}

export interface AgreedPlan {
  state: 'accepted' | 'broken';
  acceptedDay: Day;
  /** What was confirmed before the plan was made, and hence is no money under it. */
  confirmedBefore: Fen;
  instalments: readonly Instalment[];
}

/** A rung on its day: `dueDay` is the day that the words speak of. */
export interface Occasion {
  step: RungStep;
  stepDay: Day;
  dueDay: Day;
  sides: readonly Side[];
  staff?: readonly StaffReader[] | undefined;
  channel?: ChannelName | undefined;
}

export interface PlannedNotice {
  partyId: string;
  side: Side;
  step: RungStep;
  stepDay: Day;
  dueDay: Day;
  /** Tried first; SMS when it is missing. */
  channel?: ChannelName | undefined;
}

/** The same for everybody who holds this place for the case. */
export interface PlannedForStaff extends Omit<PlannedNotice, 'partyId' | 'side'> {
  reader: StaffReader;
}

export interface ReminderPlan {
  notices: PlannedNotice[];
  /** The next day on which this case deserves something, as things stand. */
  nextDay: Day | null;
  /** An instalment is not covered although its day has passed, and nobody has noted it yet. */
  planBroken: boolean;
}

/**
 * What a case deserves on a day: of rungs that have come only the latest. Asked again it says the same again; by
 * person, step and day the outbox knows what it has already.
 *
 * Due on 2026-03-20, last planned on 03-13 and asked again on 04-05: one `after-15`, next on 04-19.
 */
export function planReminders(
  snapshot: ReminderSnapshot,
  today: Day,
  ladder = ladderOn(today),
): ReminderPlan {
  const occasions = occasionsOf(snapshot, ladder);
  return {
    notices: snapshot.parties.flatMap((party) => noticeFor(party, occasions, today)),
    nextDay: occasions.find(({ stepDay }) => stepDay > today)?.stepDay ?? null,
    planBroken: followsPlan(snapshot) && isNewlyBroken(snapshot.plan, snapshot.confirmed, today),
  };
}

function noticeFor(
  { partyId, side }: { partyId: string; side: Side },
  occasions: Occasion[],
  today: Day,
): PlannedNotice[] {
  const latest = latestFor(side, occasions, today);
  if (!latest) return [];
  const { step, stepDay, dueDay, channel } = latest;
  return [{ partyId, side, step, stepDay, dueDay, ...(channel && { channel }) }];
}

/** What the liaisons and teams of a case are told on a day, likewise the latest rung of each that has come. */
export function planForStaff(
  snapshot: ReminderSnapshot,
  today: Day,
  ladder = ladderOn(today),
): PlannedForStaff[] {
  if (!tellsStaff(ladder)) return [];
  const occasions = occasionsOf(snapshot, ladder);
  return STAFF_READERS.flatMap((reader) => {
    const latest = latestForStaff(reader, occasions, today);
    if (!latest) return [];
    const { step, stepDay, dueDay, channel } = latest;
    return [{ reader, step, stepDay, dueDay, ...(channel && { channel }) }];
  });
}

const tellsStaff = ({ aroundDue, aroundInstalment }: Ladder): boolean =>
  [aroundDue, aroundInstalment].some((rungs) => rungs.some(({ staff }) => staff && staff.length > 0));

/** The rungs on which the liaisons or the teams of a case stand: a village's and its town's may differ. */
export function staffStandsOn(
  snapshot: ReminderSnapshot,
  audience: 'liaison' | 'team',
  today: Day,
  ladder = ladderOn(today),
): Occasion[] {
  const occasions = occasionsOf(snapshot, ladder);
  return STAFF_READERS.filter((reader) => (reader === 'team') === (audience === 'team')).flatMap(
    (reader) => latestForStaff(reader, occasions, today) ?? [],
  );
}

/** Every rung that the case would climb as it stands, with its days: a court's look ahead. */
export function calendarOf(snapshot: ReminderSnapshot, ladder: Ladder): Occasion[] {
  return occasionsOf(snapshot, ladder);
}

/** The rung on which one side of a case stands; a message of any other has lost its reason. */
export function standsOn(
  snapshot: ReminderSnapshot,
  side: Side,
  today: Day,
  ladder = ladderOn(today),
): Occasion | undefined {
  return latestFor(side, occasionsOf(snapshot, ladder), today);
}

const latestFor = (side: Side, occasions: Occasion[], today: Day): Occasion | undefined =>
  occasions.findLast(({ stepDay, sides }) => stepDay <= today && sides.includes(side));

const latestForStaff = (reader: StaffReader, occasions: Occasion[], today: Day): Occasion | undefined =>
  occasions.findLast(({ stepDay, staff }) => stepDay <= today && staff?.includes(reader));

/** Every rung that the case deserves as it stands, by day; none while reminders rest or after they ended. */
function occasionsOf(snapshot: ReminderSnapshot, ladder: Ladder): Occasion[] {
  if (!caseCan('remind', snapshot.status)) return [];
  const occasions = followsPlan(snapshot)
    ? aroundInstalments(snapshot.plan, snapshot.confirmed, ladder)
    : aroundDueDays(snapshot, ladder);
  // Stable: of two rungs on one day the later due day, and the higher rung, comes last.
  return occasions.sort((a, b) => (a.stepDay < b.stepDay ? -1 : a.stepDay > b.stepDay ? 1 : 0));
}

type WithPlan = ReminderSnapshot & { plan: AgreedPlan };

function followsPlan(snapshot: ReminderSnapshot): snapshot is WithPlan {
  return snapshot.status === 'planned' && snapshot.plan !== null;
}

/** Rungs up to the day of the start are told by the message of the start itself. */
function aroundDueDays({ portions, confirmed, startedDay }: ReminderSnapshot, ladder: Ladder): Occasion[] {
  return openDueDays(portions, confirmed)
    .flatMap((dueDay) => climb(ladder.aroundDue, dueDay))
    .filter(({ stepDay }) => stepDay > startedDay);
}

/** Portions that are not covered; of a debt whose portions are, interest or costs are left after the last day. */
function openDueDays(portions: readonly Instalment[], confirmed: Fen): Day[] {
  const open = fulfil(portions, confirmed).filter(({ amount, paid }) => paid < amount);
  return (open.length > 0 ? open : portions.slice(-1)).map(({ dueDay }) => dueDay);
}

/** What the agreement itself tells on its day is not said again; a missed instalment is told whenever it was. */
function aroundInstalments(plan: AgreedPlan, confirmed: Fen, ladder: Ladder): Occasion[] {
  return progressOf(plan, confirmed)
    .filter(({ amount, paid }) => paid < amount)
    .flatMap(({ dueDay }) => climb(ladder.aroundInstalment, dueDay))
    .filter(({ step, stepDay }) => step === 'instalment-missed' || stepDay > plan.acceptedDay);
}

const progressOf = ({ instalments, confirmedBefore }: AgreedPlan, confirmed: Fen) =>
  fulfil(instalments, fen(Math.max(0, confirmed - confirmedBefore)));

function isNewlyBroken(plan: AgreedPlan, confirmed: Fen, today: Day): boolean {
  return plan.state === 'accepted' && missedInstalment(progressOf(plan, confirmed), today) !== undefined;
}

const climb = (rungs: readonly Rung[], dueDay: Day): Occasion[] =>
  rungs.map(({ step, after, sides, staff, channel }) => ({
    ...{ step, sides, staff, channel },
    stepDay: addDays(dueDay, after),
    dueDay,
  }));
