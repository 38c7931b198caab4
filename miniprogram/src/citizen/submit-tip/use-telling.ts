import { useEffect, useRef, useState } from 'react';
import { makeTipCode } from '../../../../shared/cases/tip-code';
import { drawSource } from '../random';
import { emptyTelling, forgetTelling, keepTelling, keyOf, readTelling, type Telling } from '../tellings';

export interface UseTelling {
  telling: Telling;
  /** False on a full telephone. */
  kept: boolean;
  change: (part: Partial<Telling>) => void;
  /** As it stands now, also inside what was begun earlier. */
  now: () => Telling;
  /** It has arrived: nothing of it stays. */
  forget: () => Promise<void>;
  /** It was taken off this telephone. */
  startAgain: () => void;
}

/** One telling, written to the telephone with every letter. Its code is drawn once, when the form opens. */
export function useTelling(number: string): UseTelling {
  const key = keyOf(number);
  const [telling, show] = useState(() => readTelling(number));
  const [kept, setKept] = useState(true);
  const latest = useRef(telling);

  function put(next: Telling): void {
    latest.current = next;
    show(next);
  }

  function change(part: Partial<Telling>): void {
    put({ ...latest.current, ...part });
    setKept(keepTelling(key, latest.current));
  }

  const needsCode = telling.understood && !telling.code;
  useEffect(() => {
    if (!needsCode) return;
    void drawSource().then((random) => {
      if (latest.current.understood && !latest.current.code) change({ code: makeTipCode(random) });
    });
  }, [needsCode]);

  return {
    telling,
    kept,
    change,
    now: () => latest.current,
    forget: () => forgetTelling(key, latest.current.photos),
    startAgain: () => put(emptyTelling(number)),
  };
}
