import { useRef, useState } from 'react';
import type { ActionName, OutputOf, RequestOf } from '../../shared/actions';
import { call } from './api';
import { sentenceOf } from './errors';
import { platform } from './platform';

export interface Act<A extends ActionName> {
  busy: boolean;
  /** Why it did not work, or null. */
  sentence: string | null;
  /** Answers what the server answered, or null when it did not work. */
  run: (input: RequestOf<A>) => Promise<OutputOf<A> | null>;
}

/**
 * One action that needs the network now (signing in, the court's desk). Pressed again after a lost answer
 * it keeps its key, so the server acts once; a new input gets a new key.
 */
export function useAct<A extends ActionName>(action: A): Act<A> {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const attempt = useRef<{ input: string; key: string } | null>(null);

  async function run(input: RequestOf<A>): Promise<OutputOf<A> | null> {
    const written = JSON.stringify(input);
    if (attempt.current?.input !== written) attempt.current = { input: written, key: platform.newUuid() };
    setBusy(true);
    setSentence(null);
    try {
      const answer = await call(action, input, { idempotencyKey: attempt.current.key });
      attempt.current = null;
      return answer;
    } catch (error) {
      setSentence(sentenceOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { busy, sentence, run };
}
