import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;
/** A restart takes seconds. Whoever waits longer holds up a sweep that somebody else could do. */
const TRIES = 240;

/**
 * Tries again while the database is away or at odds with another transaction. What is tried must come to the same
 * when the last try had happened after all and only its answer was lost.
 */
export async function untilDatabaseAnswers<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === TRIES || !isDatabaseAway(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** Connection failures, too many connections, server stopping or starting, deadlocks; and what the system says. */
const PASSING = /^(08|40|53|57P|ECONN|EPIPE|ETIMEDOUT)/;
/** What the client says of its connection, without a code. */
const DISCONNECTED =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? PASSING.test(code) : DISCONNECTED.test(error.message);
}
