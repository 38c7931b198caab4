import type { RawCell, RawRow } from '../../../shared/import/types';
import { Refusal } from '../../../shared/refusal';

/** Reads the letters: by byte order mark, else UTF-8 if every byte fits, else the Chinese national standard. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (text === null) throw new Refusal('case-list-letters-damaged');
  return text;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The rows that hold something, numbered as Excel would show them. */
export function csvRows(text: string): RawRow[] {
  const records = split(text, separatorOf(text));
  return records.flatMap((fields, index) => {
    const cells = fields.map(cellOf);
    return cells.some((cell) => cell !== null) ? [{ number: index + 1, hidden: false, cells }] : [];
  });
}

/** `="3305…"` is how web exports keep Excel from turning a number into digits. */
function cellOf(field: string): RawCell {
  const text = /^="([^"]*)"$/.exec(field.trim())?.[1] ?? field;
  return text.trim() === '' ? null : { type: 'text', text };
}

/** Excel saves 「Unicode 文本」 with tabs, and with semicolons where the comma is the decimal mark. */
function separatorOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const count = (mark: string) => firstLine.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** RFC 4180: quotes around a field, doubled inside it; line breaks inside quotes belong to the field. */
function split(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = text[at] === '"';
    const { field, end } = quoted ? quotedField(text, at, separator) : bareField(text, at, separator);
    fields.push(field);
    if (text[end] !== separator) {
      records.push(fields);
      fields = [];
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return records;
}

function bareField(text: string, start: number, separator: string): { field: string; end: number } {
  const end = endOfField(text, start, separator);
  return { field: text.slice(start, end), end };
}

function quotedField(text: string, start: number, separator: string): { field: string; end: number } {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) throw new Refusal('case-list-damaged');
  const end = endOfField(text, close + 1, separator);
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  return { field: inside + text.slice(close + 1, end), end };
}

function endOfField(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
