import type { ActionName, InputOf, OutputOf } from '../shared/actions';
import { post } from './post';

/** A "no" of the server's, or its silence; the name is the code, and no words of anybody are in it. */
export class DoorError extends Error {
  constructor(code: string) {
    super(code);
    this.name = `door-${code}`;
  }
}

/** A "no" that is an answer, with the sentence that a person reads. */
export class Refused extends DoorError {
  constructor(
    readonly code: string,
    readonly sentence: string,
  ) {
    super(code);
  }
}

/** Asks the server for something as somebody; with a key the same is never done twice. */
export type Ask = <N extends ActionName>(action: N, input: InputOf<N>, key?: string) => Promise<OutputOf<N>>;

/** The api door as the talk needs it. */
export interface Door {
  bot: Ask;
  /** As the person whose message this is, by the token that came with it. */
  person(token: string): Ask;
}

const WITHIN_MS = 20_000;

export const asPerson =
  (server: string) =>
  (token: string): Ask =>
  (action, input, key) =>
    callDoor(server, action, input, { token, key });

export async function callDoor<N extends ActionName>(
  server: string,
  action: N,
  input: InputOf<N>,
  { token, key }: { token?: string; key?: string | undefined } = {},
): Promise<OutputOf<N>> {
  const { status, body } = await post(
    `${server}/api/${action}`,
    {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    JSON.stringify(input),
    WITHIN_MS,
  ).catch(() => {
    throw new DoorError('unreachable');
  });
  // Who is answered by a fault of the server's may ask again.
  if (status === 401 || status >= 500) throw new DoorError(String(status));
  const answer = JSON.parse(body) as
    | { ok: true; data: OutputOf<N> }
    | { ok: false; refusal: { code: string; message: string } };
  if (answer.ok) return answer.data;
  throw new Refused(answer.refusal.code, answer.refusal.message);
}
