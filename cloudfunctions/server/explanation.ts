import type { OutputOf } from '../../shared/actions';
import { addMonths, type Day, showDay } from '../../shared/day';
import { type Accrual, accrualsOf } from '../../shared/law/accruals';
import type { Citation } from '../../shared/law/citation';
import { latest } from '../../shared/law/dated';
import { DOUBLED_RATE } from '../../shared/law/delayed-interest';
import { dailyRateWords, generalRateWords, type RateWords } from '../../shared/law/explain-wording';
import { computeStatement, type Statement } from '../../shared/law/statement';
import { showCitation } from '../../shared/law/wording';
import { type Fen, fen, sumFen } from '../../shared/money';
import { Refusal } from '../../shared/refusal';
import type { reckonedOf } from './statements';
import { untilPaid } from './statements';

export type Explanation = OutputOf<'explain-statement'>;
export type Reckoned = Awaited<ReturnType<typeof reckonedOf>>;

type Range = NonNullable<Explanation['range']>;

/** An account may be asked for from the first due day on, and a year ahead: “what if I pay on …”. */
export function rangeOf({ portions }: Reckoned, today: Day): Range {
  const due = firstDueOf(portions);
  return { from: due < today ? due : today, to: addMonths(today, 12) };
}

/** The day to reckon to. Today's account holds every confirmed payment; that of a past day what was paid by then. */
export function dayToReckon(
  asked: Day | undefined,
  { from, to }: Range,
  today: Day,
  { payments }: Reckoned,
): Day {
  if (asked && (asked < from || asked > to)) {
    throw new Refusal('as-of-out-of-range', { from: showDay(from), to: showDay(to) });
  }
  return asked && asked < today ? asked : untilPaid(asked ?? today, payments);
}

export const firstDueOf = (portions: Reckoned['portions']): Day =>
  portions.map(({ expiry }) => expiry).sort()[0]!;

/** Both kinds of interest, run by run; null where the case has none. */
export function interestsOf(
  reckoned: Reckoned,
  { lines, left, asOf }: Statement,
): Pick<Explanation, 'doubled' | 'general'> {
  const { doubled, general } = accrualsOf({ ...reckoned, asOf: asOf ?? undefined });
  const paid = (head: 'toDoubled' | 'toGeneral') => sumFen(lines.map((line) => line[head]));
  return {
    doubled: interest(dailyRateWords(latest(DOUBLED_RATE).value), doubled, paid('toDoubled'), left.doubled),
    general: reckoned.general
      ? interest(
          generalRateWords(reckoned.general, reckoned.settings),
          general,
          paid('toGeneral'),
          left.general,
        )
      : null,
  };
}

const interest = (rate: RateWords, runs: Accrual[], paid: Fen, left: Fen) => ({
  ...rate,
  runs: runs.map(({ rate: _, ...run }) => run),
  total: fen(paid + left),
  paid,
  left,
});

/** What each further day adds; before the first due day, what it will add after it. */
export function dailyOf(reckoned: Reckoned, asOf: Day): Explanation['daily'] {
  const due = firstDueOf(reckoned.portions);
  const after = asOf < due ? due : asOf;
  const { dailyDoubled, dailyGeneral } = computeStatement({ ...reckoned, asOf: after });
  return dailyDoubled + dailyGeneral === 0 ? null : { after, doubled: dailyDoubled, general: dailyGeneral };
}

/** The texts that a figure rests on; where courts differ, this court's reading stands apart. */
export function textsOf(citations: Citation[]): Pick<Explanation, 'readings' | 'citations'> {
  return {
    readings: citations.flatMap(({ reading, ...citation }) =>
      reading === undefined ? [] : [{ words: reading, basis: showCitation(citation) }],
    ),
    citations: byText(citations.filter(({ reading }) => reading === undefined)),
  };
}

/** One line a text, its articles after each other. */
function byText(citations: Citation[]): string[] {
  const texts = new Map<string, Citation[]>();
  for (const citation of citations) {
    const text = `${citation.law} ${citation.number} ${citation.confidence}`;
    texts.set(text, [...(texts.get(text) ?? []), citation]);
  }
  return [...texts.values()].map((same) => {
    const articles = new Set(same.map(({ article }) => article));
    return showCitation({ ...same[0]!, article: [...articles].join('、') });
  });
}
