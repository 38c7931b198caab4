/** The kinds of record that carry an id of ours; the prefix makes a stray id readable. */
export const ID_PREFIX = {
  account: 'acct',
  batch: 'batch',
  block: 'block',
  bounty: 'bounty',
  case: 'case',
  chat: 'chat',
  chatGroup: 'group',
  chatPost: 'post',
  clue: 'clue',
  consent: 'consent',
  dataRequest: 'dreq',
  errand: 'errand',
  exclusion: 'excl',
  export: 'export',
  feedback: 'feed',
  file: 'file',
  grant: 'grant',
  handOver: 'over',
  handover: 'talk',
  message: 'msg',
  notice: 'notice',
  opening: 'open',
  party: 'party',
  payment: 'pay',
  plan: 'plan',
  ring: 'ring',
  request: 'req',
  reveal: 'reveal',
  reward: 'reward',
  run: 'run',
  say: 'say',
  session: 'sess',
  shift: 'shift',
  supervision: 'sup',
  task: 'task',
  team: 'team',
  tip: 'tip',
  tipPhoto: 'photo',
  town: 'town',
  village: 'village',
  visit: 'visit',
} as const;

export type IdKind = keyof typeof ID_PREFIX;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
/** Without 0/O, 1/I/L and the like: people read these aloud on the telephone. */
const SPOKEN = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Turns random bytes into letters of `alphabet`; more than fair enough for ids, not for keys. */
function spell(bytes: Uint8Array, alphabet: string): string {
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** An id such as `case_8Zk…`: 18 letters of about 104 random bits. `random` is given, so that this stays pure. */
export function makeId(kind: IdKind, random: (bytes: number) => Uint8Array): string {
  return `${ID_PREFIX[kind]}_${spell(random(18), ALPHABET)}`;
}

/** The opaque number of a case in messages, 8 letters, e.g. `K7M2-9QXR`. */
export function makeTaskNumber(random: (bytes: number) => Uint8Array): string {
  const letters = spell(random(8), SPOKEN);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The 10 letters by which a certificate is verified. */
export function makeVerifyCode(random: (bytes: number) => Uint8Array): string {
  return spell(random(10), SPOKEN);
}

/** One letter a byte, of those that people can read aloud. */
export function spellAloud(bytes: Uint8Array): string {
  return spell(bytes, SPOKEN);
}
