import { useEffect, useState } from 'react';
import type { ActionName, OutputOf, RequestOf } from '../../../shared/actions';
import { call } from '../api';
import { sentenceOf } from '../errors';

export interface Preview<T> {
  /** The last one that came; null until the first. */
  answer: T | null;
  /** The page has changed since, and the answer to that is on its way. */
  isOld: boolean;
  sentence: string | null;
}

/** Whoever types is asked about when he pauses. */
const PAUSE_MS = 350;

/** What the server would make of a draft as it stands; nothing is asked while there is none. */
export function usePreview<A extends ActionName>(
  action: A,
  input: RequestOf<A> | null,
): Preview<OutputOf<A>> {
  const asked = input && JSON.stringify(input);
  const [came, setCame] = useState<{ asked: string; sentence?: string } | null>(null);
  const [answer, setAnswer] = useState<OutputOf<A> | null>(null);
  useEffect(() => {
    if (!input || !asked) return;
    let isOvertaken = false;
    const read = async () => {
      try {
        const read = await call(action, input);
        if (isOvertaken) return;
        setAnswer(read);
        setCame({ asked });
      } catch (error) {
        if (!isOvertaken) setCame({ asked, sentence: sentenceOf(error) });
      }
    };
    const pause = setTimeout(() => void read(), PAUSE_MS);
    return () => {
      isOvertaken = true;
      clearTimeout(pause);
    };
    // `asked` stands for the input.
  }, [action, asked]);
  const isOld = asked !== null && came?.asked !== asked;
  return { answer, isOld, sentence: isOld ? null : (came?.sentence ?? null) };
}
