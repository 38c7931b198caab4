import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Refusal } from '../../../shared/refusal';

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const MOST_ENTRIES = 2_000;
/** A list of 5,000 rows and 25 columns unpacks to about 10 MB. */
const MOST_UNPACKED = 40 * 1024 * 1024;
/** Sheets deflate to a twentieth or less; a bomb to a thousandth. */
const MOST_RATIO = 250;
const RATIO_COUNTS_FROM = 4 * 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const inflate = promisify(inflateRaw);

/**
 * The wanted parts of a zip. The directory's sizes are checked first, and not believed: every part is
 * inflated here with the remaining allowance as its limit, so nothing behind this reads a zip of others.
 */
export async function unpack(bytes: Uint8Array, wanted: RegExp): Promise<Map<string, Uint8Array>> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readable(() => directory(zip));
  refuseBombs(entries, zip.length);
  const parts = new Map<string, Uint8Array>();
  let left = MOST_UNPACKED;
  for (const entry of entries.filter(({ name }) => wanted.test(name))) {
    const part = await unpackEntry(zip, entry, left);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function refuseBombs(entries: Entry[], size: number): void {
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const tooDense = declared > RATIO_COUNTS_FROM && declared / size > MOST_RATIO;
  if (declared > MOST_UNPACKED || tooDense) throw new Refusal('case-list-unpacks-too-large');
}

async function unpackEntry(zip: Buffer, entry: Entry, left: number): Promise<Uint8Array> {
  const packed = readable(() => packedBytes(zip, entry));
  if (entry.method === STORED) {
    if (packed.length > left) throw new Refusal('case-list-unpacks-too-large');
    return packed;
  }
  if (entry.method !== DEFLATED) throw new Refusal('case-list-damaged');
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(tooLarge ? 'case-list-unpacks-too-large' : 'case-list-damaged');
  }
}

function packedBytes(zip: Buffer, { offset, packed }: Entry): Buffer {
  if (zip.readUInt32LE(offset) !== LOCAL) throw new Refusal('case-list-damaged');
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (start + packed > zip.length) throw new Refusal('case-list-damaged');
  return zip.subarray(start, start + packed);
}

function directory(zip: Buffer): Entry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refusal('case-list-unpacks-too-large');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== LISTED) throw new Refusal('case-list-damaged');
    if (zip.readUInt16LE(at + 8) & ENCRYPTED) throw new Refusal('case-list-password');
    entries.push(entryAt(zip, at));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(zip: Buffer, at: number): Entry {
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const extra = zip.subarray(nameEnd, nameEnd + zip.readUInt16LE(at + 30));
  const [unpacked, packed, offset] = withZip64(
    extra,
    [24, 20, 42].map((field) => zip.readUInt32LE(at + field)),
  );
  return {
    // Some exporters on Windows write backslashes.
    name: zip
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, ''),
    method: zip.readUInt16LE(at + 10),
    unpacked: unpacked!,
    packed: packed!,
    offset: offset!,
  };
}

/** Streaming exporters in Java keep the sizes of small files in the zip64 field too. */
function withZip64(extra: Buffer, fields: number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return fields.map((value) => {
      if (value !== IN_ZIP64) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return fields;
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function endOfDirectory(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Refusal('case-list-damaged');
}

/** A read beyond the end of a cut-off file is the file's fault. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('case-list-damaged');
    throw error;
  }
}
