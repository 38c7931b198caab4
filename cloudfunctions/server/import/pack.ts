import { crc32 } from 'node:zlib';

/** 2026-01-01, so that the same parts always give the same bytes. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** A plain zip of these parts, nothing deflated, in a buffer of its own. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const common = commonFields(name, part);
    const local = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), part]);
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), version(), common, listed, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...bodies, listing, endRecord(parts.size, listing.length, offset)]));
}

/** Version, flags (names in UTF-8), method 0, time, date, checksum, both sizes, lengths of name and extra. */
function commonFields(name: string, part: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(part), 10);
  fields.writeUInt32LE(part.length, 14);
  fields.writeUInt32LE(part.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function version(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(20);
  return bytes;
}
