import { type Day, isDay, showDay } from '../../../../shared/day';
import {
  DUE_STEPS,
  INSTALMENT_STEPS,
  type RungStep,
  STAFF_READERS,
} from '../../../../shared/reminders/ladder';
import { ladderProblems } from '../../../../shared/reminders/ladder-checks';
import { type LadderPolicy, ladderPolicySchema } from '../../../../shared/reminders/ladder-policy';
import type { ChannelName } from '../../../../shared/reminders/weight';
import { checkForm } from '../../forms';
import { type Around, placeOf, type Reader } from './ladder-words';

/** A rung as it is typed: days without a sign, since its step says whether they lie before or after. */
export interface RungForm {
  step: RungStep;
  days: string;
  readers: Reader[];
  channel: ChannelName;
}

export interface LadderForm {
  validFrom: string;
  aroundDue: RungForm[];
  aroundInstalment: RungForm[];
  remindAfter: string;
  escalateAfter: string;
  visitIdleAfter: string;
  digestOn: boolean;
  weekday: number;
  hour: string;
}

export const STEPS: Record<Around, readonly RungStep[]> = {
  aroundDue: DUE_STEPS,
  aroundInstalment: INSTALMENT_STEPS,
};
const SIDES = ['obligor', 'obligee'] as const;

export type When = 'before' | 'on' | 'after';

export function whenOf(step: RungStep): When {
  if (step.includes('before')) return 'before';
  return step.endsWith('due') ? 'on' : 'after';
}

/** A policy as it stands in the fields. */
export function formOf(policy: LadderPolicy, validFrom: Day): LadderForm {
  const { task, digest } = policy;
  return {
    validFrom,
    aroundDue: policy.aroundDue.map(rungFormOf),
    aroundInstalment: policy.aroundInstalment.map(rungFormOf),
    remindAfter: String(task.remindAfter),
    escalateAfter: String(task.escalateAfter),
    visitIdleAfter: String(policy.visitIdleAfter),
    digestOn: digest.isOn,
    weekday: digest.weekday,
    hour: String(digest.hour),
  };
}

type Rung = LadderPolicy['aroundDue'][number] | LadderPolicy['aroundInstalment'][number];

function rungFormOf({ step, after, sides, staff = [], channel = 'sms' }: Rung): RungForm {
  return { step, days: String(Math.abs(after)), readers: [...sides, ...staff], channel };
}

/** What a new rung starts with: the days that its name speaks of, to the debtor, by SMS. */
export function newRung(step: RungStep): RungForm {
  const usual = step === 'instalment-before' ? '3' : (/\d+$/.exec(step)?.[0] ?? '1');
  return { step, days: whenOf(step) === 'on' ? '0' : usual, readers: ['obligor'], channel: 'sms' };
}

/** With this rung among the others, where its step belongs. */
export function withRung(rungs: readonly RungForm[], around: Around, rung: RungForm): RungForm[] {
  const order = STEPS[around];
  return [...rungs, rung].sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

/** Empty or not a number becomes NaN, which the contract answers with its sentence. */
const numberIn = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);

function rungOf({ step, days, readers, channel }: RungForm) {
  const distance = numberIn(days);
  const staff = STAFF_READERS.filter((reader) => readers.includes(reader));
  return {
    step,
    after: { before: -distance, on: 0, after: distance }[whenOf(step)],
    sides: SIDES.filter((side) => readers.includes(side)),
    ...(staff.length > 0 ? { staff } : {}),
    channel,
  };
}

const policyOf = (form: LadderForm) => ({
  aroundDue: form.aroundDue.map(rungOf),
  aroundInstalment: form.aroundInstalment.map(rungOf),
  task: { remindAfter: numberIn(form.remindAfter), escalateAfter: numberIn(form.escalateAfter) },
  visitIdleAfter: numberIn(form.visitIdleAfter),
  digest: { isOn: form.digestOn, weekday: form.weekday, hour: numberIn(form.hour) },
});

/** Sentences by the place on the page where they stand. */
export type Wrongs = Record<string, string[]>;

export interface CheckedLadder {
  /** Null while a field cannot be read. */
  policy: LadderPolicy | null;
  validFrom: Day | null;
  wrongs: Wrongs;
}

/** What the form says, and every sentence about it beside its field. */
export function checkLadder(form: LadderForm, tomorrow: Day): CheckedLadder {
  const validFrom = isDay(form.validFrom) && form.validFrom >= tomorrow ? form.validFrom : null;
  const wrongs: Wrongs = validFrom
    ? {}
    : { validFrom: [`请选择一天，最早从${showDay(tomorrow)}起生效；今天已经发出的不会改变。`] };
  const read = checkForm(ladderPolicySchema, policyOf(form));
  if (!read.ok) return { policy: null, validFrom, wrongs: { ...wrongs, ...byField(read.sentences, form) } };
  for (const problem of ladderProblems(read.parsed)) {
    const place = placeOf(problem);
    wrongs[place] = [...(wrongs[place] ?? []), problem];
  }
  return { policy: read.parsed, validFrom, wrongs };
}

/** `aroundDue.2.after` stands at the third rung, by its step. */
function byField(sentences: Record<string, string>, form: LadderForm): Wrongs {
  const wrongs: Wrongs = {};
  for (const [path, sentence] of Object.entries(sentences)) {
    const [group = '', index = ''] = path.split('.');
    const rung =
      group === 'aroundDue' || group === 'aroundInstalment' ? form[group][Number(index)] : undefined;
    const place = rung?.step ?? path.split('.').at(-1)!;
    wrongs[place] = [...(wrongs[place] ?? []), sentence];
  }
  return wrongs;
}
