import type { Vault } from './sensitive';

/** A sealed field of a person, and where it is told that it was opened: at his case, or at `court` for a list. */
export interface Sealed {
  subject: string;
  /** A party or an account. */
  of: string;
  field: string;
  value: string;
}

/** What a call has opened and no audit line tells of yet. */
export interface OpenedFields {
  open(sealed: Sealed): string;
  /** For the next line of this subject. */
  take(subject: string): { openedOf?: string[]; openedFields?: string[] };
  /** Those that still wait for a line, in their order, so that chains are always taken in one order. */
  subjects(): string[];
}

export function createOpenedFields({ open }: Vault): OpenedFields {
  const opened = new Map<string, { of: Set<string>; fields: Set<string> }>();
  return {
    open({ subject, of, field, value }) {
      const line = opened.get(subject) ?? { of: new Set(), fields: new Set() };
      opened.set(subject, line);
      line.of.add(of);
      line.fields.add(field);
      return open(field, value);
    },
    take(subject) {
      const line = opened.get(subject);
      opened.delete(subject);
      return line ? { openedOf: [...line.of].sort(), openedFields: [...line.fields].sort() } : {};
    },
    subjects: () => [...opened.keys()].sort(),
  };
}
