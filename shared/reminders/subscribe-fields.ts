/**
 * What WeChat takes in each kind of field of a subscribe message. The kind is the field's name without its
 * number: `thing1` is a `thing`. A field over its limit fails the whole message with 47003.
 */
const FIELD_RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => lengthOf(value) <= 20,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && digitsOf(value) <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  // Ten when a single Chinese character is in it, twenty otherwise.
  name: (value) => lengthOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20) && !/\d/.test(value),
  amount: (value) => /^[^\d\s.]?\d+(\.\d+)?元?$/u.test(value) && digitsOf(value) <= 10,
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  time: (value) => isMoments(value, /^(?:\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}$/),
  date: (value) => isMoments(value, /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?$/),
};

export function isFieldKey(key: string): boolean {
  return kindOf(key) in FIELD_RULES;
}

export function fieldFits(key: string, value: string): boolean {
  return value.trim() !== '' && (FIELD_RULES[kindOf(key)]?.(value) ?? false);
}

function kindOf(key: string): string {
  return key.replace(/\d+$/, '');
}

/** In characters as people count them: a rare Han character is one, though it takes two code units. */
function lengthOf(value: string): number {
  return [...value].length;
}

function digitsOf(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** One moment, or two with a tilde between. */
function isMoments(value: string, moment: RegExp): boolean {
  const parts = value.split('~');
  return parts.length <= 2 && parts.every((part) => moment.test(part));
}
