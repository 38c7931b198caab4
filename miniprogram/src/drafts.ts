import { useState } from 'react';
import { platform } from './platform';
import { session } from './session';

/** 草稿: what a person has filled in but not yet submitted, kept on his telephone under his account. */
export function useDraft<T extends object>(
  form: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const key = `draft:${session.account()}:${form}`;
  const [value, setValue] = useState<T>(() => ({ ...empty, ...platform.storage.get<Partial<T>>(key) }));

  function change(part: Partial<T>): void {
    setValue((before) => {
      const next = { ...before, ...part };
      keep(key, next);
      return next;
    });
  }

  function clear(): void {
    platform.storage.remove(key);
    setValue(empty);
  }

  return [value, change, clear];
}

/** On a full telephone one can still write and submit; only the draft is not kept. */
function keep(key: string, value: object): void {
  try {
    platform.storage.set(key, value);
  } catch {
    platform.storage.remove(key);
  }
}

/** Fills a form in advance: a refused submission goes back to be corrected. */
export function writeDraft(form: string, value: object): void {
  keep(`draft:${session.account()}:${form}`, value);
}
