/** A browser tab's own storage, for tests that run outside a browser. */
const kept = new Map<string, string>();

globalThis.sessionStorage ??= {
  get length() {
    return kept.size;
  },
  clear: () => kept.clear(),
  getItem: (key: string) => kept.get(key) ?? null,
  key: (index: number) => [...kept.keys()][index] ?? null,
  removeItem: (key: string) => void kept.delete(key),
  setItem: (key: string, value: string) => void kept.set(key, value),
};
