import type { RequestOf } from '../../../../shared/actions';
import { submitTip } from '../../../../shared/actions/submit-tip';
import { type Checked, checkForm, type Sentences } from '../../forms';
import type { Telling } from '../tellings';

/** What each step asks; an error is shown where its field stands. */
const FIELDS = [
  ['about', 'whom', 'number', 'words'],
  ['place', 'point', 'seenDay', 'seenWhen', 'photos'],
] as const;

/** Stands for the device's name until the form is sent. */
const ANY_DEVICE = '0'.repeat(32);

export type TipInput = RequestOf<'submit-tip'>;

export function checkTelling(
  telling: Telling,
  device = ANY_DEVICE,
  photos: string[] = [],
): Checked<typeof submitTip.input> {
  const { code, understood, number, whom, about, words, place, point, seenDay, seenWhen } = telling;
  return checkForm(submitTip.input, {
    ...{ code, device, understood, words, place, seenWhen, photos },
    number: number || undefined,
    whom: number ? undefined : whom,
    about: about ?? undefined,
    point: point ?? undefined,
    seenDay: seenDay || undefined,
  });
}

/** What is wrong in one step; what is wrong further on is not yet his concern. */
export function wrongIn(telling: Telling, step: number): Sentences {
  const checked = checkTelling(telling);
  if (checked.ok) return {};
  const asked: readonly string[] = FIELDS[step] ?? [];
  const here = Object.entries(checked.sentences).filter(([field]) => asked.includes(field.split('.')[0]!));
  return Object.fromEntries(here);
}

/** The first step that needs putting right, or null. */
export function firstWrong(telling: Telling): number | null {
  const at = FIELDS.findIndex((_, step) => Object.keys(wrongIn(telling, step)).length > 0);
  return at < 0 ? null : at;
}

/** A tip that the court already has is added to in these words: all that may have been changed since. */
export function additionOf({ words, place, seenDay, seenWhen }: Telling): string {
  return [words, `地点：${place}`, `时间：${seenDay} ${seenWhen}`.trim()].join('\n');
}
