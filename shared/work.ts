import { sha256 } from 'js-sha256';

/**
 * Proof of work: what a door asks for when many knock from one place. Nobody is locked out by his neighbours, and
 * whoever tries codes by the thousand pays for each. A challenge is `<bits>.<anything>`; the answer is whatever
 * makes SHA-256 of `<challenge>:<answer>` begin with so many zero bits: 2^bits tries on average.
 */
export function isWork(challenge: string, answer: string): boolean {
  return leadingZeroBits(sha256.array(`${challenge}:${answer}`)) >= bitsOf(challenge);
}

const TRIES_BETWEEN_PAUSES = 2_000;

/** Tries until it is found; `pause` gives the screen its turn now and then. */
export async function findWork(challenge: string, pause: () => Promise<unknown>): Promise<string> {
  for (let n = 1; ; n += 1) {
    const answer = n.toString(36);
    if (isWork(challenge, answer)) return answer;
    if (n % TRIES_BETWEEN_PAUSES === 0) await pause();
  }
}

/** Infinity for what is no challenge: nothing answers it. */
function bitsOf(challenge: string): number {
  const [bits = ''] = challenge.split('.');
  return /^\d{1,3}$/.test(bits) ? Number(bits) : Number.POSITIVE_INFINITY;
}

function leadingZeroBits(bytes: readonly number[]): number {
  const whole = bytes.findIndex((byte) => byte !== 0);
  return whole === -1 ? bytes.length * 8 : whole * 8 + Math.clz32(bytes[whole]!) - 24;
}
