import { Refusal } from '../refusal';
import { type Infer, z } from '../zod';
import { DEFAULT_SETTINGS, type LawSettings } from './settings';
import { READINGS } from './wording';

const yesOrNo = (point: string) => z.optional(z.boolean(`“${point}”只能填 true 或 false。`));

const POINTS = {
  doubledBaseIncludesCosts: yesOrNo('doubledBaseIncludesCosts'),
  expiryDayCounts: yesOrNo('expiryDayCounts'),
  settlementDaysExcluded: yesOrNo('settlementDaysExcluded'),
  daysAYear: z.optional(z.literal([360, 365], '“daysAYear”只能填 360 或 365。')),
  executionFeeOn: z.optional(z.enum(['claim', 'realized'], '“executionFeeOn”只能填 claim 或 realized。')),
  executionFeeIncludesDelayedInterest: yesOrNo('executionFeeIncludesDelayedInterest'),
  liaisonsMayTakeBounty: yesOrNo('liaisonsMayTakeBounty'),
} satisfies Record<keyof LawSettings, unknown>;

/** What a court writes down: only the points on which it departs from our defaults. */
export const lawSettingsSchema = z.strictObject(POINTS, {
  error: (issue) =>
    issue.code === 'unrecognized_keys'
      ? `没有${quoted(issue.keys)}这个口径，可以设置的是：${Object.keys(POINTS).join('、')}。`
      : '口径设置要写成 {"expiryDayCounts": true} 的样子。',
});

export type OwnReadings = Infer<typeof lawSettingsSchema>;

/** A court's own readings over the defaults. Throws a Refusal for a point that is unknown or wrongly filled in. */
export function lawSettingsFrom(own: unknown): LawSettings {
  const read = z.safeParse(lawSettingsSchema, own ?? {});
  if (read.success) return { ...DEFAULT_SETTINGS, ...read.data };
  throw new Refusal('law-settings-wrong', { sentence: read.error.issues[0]!.message });
}

/** Every reading in the words that stand beside a figure. */
export function readingWords(settings: LawSettings): string[] {
  return (Object.keys(POINTS) as (keyof LawSettings)[]).map((point) => {
    const words: Record<string, string> = READINGS[point];
    return words[String(settings[point])]!;
  });
}

/** Shows only what can be a misspelt name, and nothing else of what somebody sends. */
function quoted(keys: readonly string[]): string {
  const names = keys.filter((key) => /^[A-Za-z]{1,40}$/.test(key));
  return names.map((name) => `“${name}”`).join('') || '所填的';
}
