import type { Day } from '../day';
import type { Citation } from './citation';

/** One state of the law: what held from this day on, and the text that says so. */
export interface Dated<T> {
  from: Day;
  value: T;
  citation: Citation;
}

/** Versions in the order of their days; a change of law appends one and never edits an old one. */
export type Versions<T> = readonly [Dated<T>, ...Dated<T>[]];

/** The newest version. */
export function latest<T>(versions: Versions<T>): Dated<T> {
  return versions[versions.length - 1] ?? versions[0];
}

/** The version in force on `on`; without a day the newest. `undefined` on a day before the first. */
export function inForce<T>(versions: Versions<T>, on?: Day): Dated<T> | undefined {
  return on === undefined ? latest(versions) : versions.findLast((version) => version.from <= on);
}
