import { Refusal } from '../../../shared/refusal';

type FileKind = 'xlsx' | 'csv';

const MOST_BYTES = 10 * 1024 * 1024;
/** Compound files: old Excel, and the shell around every Office file with a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');
const UTF16_MARKS = [Buffer.from('fffe', 'hex'), Buffer.from('feff', 'hex')];
const LOOKED_AT = 4096;

/** Tells by the bytes, not by the name, what was uploaded; refuses all but .xlsx and .csv, each in its own words. */
export function fileKind(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > MOST_BYTES) throw new Refusal('case-list-too-large');
  if (file.length === 0) throw new Refusal('case-list-empty');
  if (starts(file, OLE)) throw new Refusal(compoundKind(file));
  if (starts(file, ZIP)) return 'xlsx';
  return textKind(file);
}

function compoundKind(file: Buffer) {
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'case-list-password' as const;
  return holds('Workbook') || holds('Book')
    ? ('case-list-old-excel' as const)
    : ('case-list-not-a-list' as const);
}

function textKind(file: Buffer): FileKind {
  if (UTF16_MARKS.some((mark) => starts(file, mark))) return 'csv';
  const head = file.subarray(0, LOOKED_AT);
  if (head.includes(0)) throw new Refusal('case-list-not-a-list');
  const opening = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  // Many systems "export to Excel" by naming an HTML table .xls.
  if (opening.startsWith('<')) throw new Refusal('case-list-web-page');
  if (/^(?:%PDF|\{\\rtf)/.test(opening)) throw new Refusal('case-list-not-a-list');
  return 'csv';
}

const starts = (file: Buffer, mark: Buffer): boolean => file.subarray(0, mark.length).equals(mark);
