import type { Day } from '../day';

/**
 * How sure we are of a text. `read`: read in the text or in an authoritative restatement. `recalled`:
 * known, but the text was not found. `local`: one court's or one province's norm. `disputed`: courts
 * differ, so the court chooses and the screen says which reading it uses.
 */
export type Confidence = 'read' | 'recalled' | 'local' | 'disputed';

/** The text that a figure or a deadline rests on. */
export interface Citation {
  law: string;
  /** The document number, empty for statutes that are known by their name alone. */
  number: string;
  /** The article as numbered in the version in force. */
  article: string;
  /** Null for local practice whose first day is not known. */
  inForce: Day | null;
  /** The day on which our reading was last compared with the text. */
  lastChecked: Day;
  confidence: Confidence;
  /** For a disputed point: the reading that was used, in words for the screen. */
  reading?: string;
}

/** Statutes and interpretations were read in a public collection of this day; later changes are not in it. */
export const COLLECTION_DAY = '2025-04-19' as Day;
/** Everything else was read, or recalled, on this day. */
export const HANDBOOK_DAY = '2026-11-22' as Day;

/** One document; articles are cited from it. */
export interface Source {
  law: string;
  number: string;
  inForce: string | null;
  checked?: Day;
}

/** A citation of one article; `checked` defaults to the day of the collection that was read. */
export function cite(source: Source, article: string, confidence: Confidence, reading?: string): Citation {
  return {
    law: source.law,
    number: source.number,
    article,
    inForce: source.inForce as Day | null,
    lastChecked: source.checked ?? COLLECTION_DAY,
    confidence,
    ...(reading === undefined ? {} : { reading }),
  };
}
