/** Half a surrogate pair, or a control character other than a tab and the ends of lines: PostgreSQL keeps none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u;

/** Whether every text of an input that was checked can be written down. */
export function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !UNREADABLE.test(value);
  if (value && typeof value === 'object') return Object.values(value).every(isReadable);
  return true;
}
