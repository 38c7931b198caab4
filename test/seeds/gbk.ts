/** Node has no GBK writer; the reader's own table, turned round, is one. */
export function toGbk(text: string): Uint8Array {
  const table = gbkTable();
  return Uint8Array.from(Array.from(text).flatMap((letter) => table.get(letter) ?? [letter.charCodeAt(0)]));
}

function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const letter = decoder.decode(Uint8Array.of(high, low));
      if (letter.length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, [high, low]);
    }
  }
  return table;
}
