/** What one page hands to the next in memory: neither the address nor the storage may hold a receipt code. */
export interface HandedOn {
  code: string;
  /** What is to be added to the tip, as it was written last. */
  words: string;
}

let handed: HandedOn | null = null;

export function handOn(next: HandedOn): void {
  handed = next;
}

/** Once only. */
export function takeHanded(): HandedOn | null {
  const taken = handed;
  handed = null;
  return taken;
}
