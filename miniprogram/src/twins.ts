import { platform } from './platform';
import { type Grown, session } from './session';

/**
 * A duplicated tab is a twin: the browser copied the session with it, and a refresh token is good once. Twins take
 * turns at renewing, and tell each other what they got; to the server they are one. Nothing of it is stored, and whoever
 * signed in anew in his tab is nobody's twin any more.
 */
type Message = { kind: 'ask'; family: string } | ({ kind: 'state' } & Grown);

/** A tab that is there answers at once; one that sleeps reads what was said when it wakes up. */
const ANSWERS_WITHIN_MS = 200;
/** The family in which somebody else was heard. */
let heardIn = '';

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'kind' in message && 'family' in message;

platform.twins.hear((message) => {
  const { family } = session.get();
  if (!isMessage(message) || family === '' || message.family !== family) return;
  heardIn = family;
  if (message.kind === 'state') session.adopt(message);
  else tellTwins();
});

const ask = (family: string) => platform.twins.tell({ kind: 'ask', family } satisfies Message);
if (session.get().family) ask(session.get().family);

/** What this tab has, for those that have less. */
export function tellTwins(): void {
  const { family, generation, token, refreshToken, renewedAt } = session.get();
  const state: Message = { kind: 'state', family, generation, token, refreshToken, renewedAt };
  if (family) platform.twins.tell(state);
}

/** Renews in turn with the twins, and not at all where one of them has done so already. */
export function inTurnWithTwins(renew: () => Promise<boolean>): Promise<boolean> {
  const { family, generation } = session.get();
  if (!family) return renew();
  const hasGrown = () => session.get().family === family && session.get().generation > generation;
  return platform.twins.inTurn(`renew ${family}`, async () => {
    if (heardIn === family && !hasGrown()) {
      ask(family);
      await new Promise((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS));
    }
    return hasGrown() || renew();
  });
}
