import { useEffect } from 'react';

/** Stands in for `@tarojs/taro` in tests: storage in memory, requests by fetch, navigation written down. */

const kept = new Map<string, string>();
const shown = new Set<() => void>();
export const visited: string[] = [];

/** Empties the telephone. */
export function forgetEverything(): void {
  kept.clear();
  visited.length = 0;
}

/** The person comes back to the page. */
export function showAgain(): void {
  for (const callback of [...shown]) callback();
}

export function useDidShow(callback: () => void): void {
  useEffect(() => {
    shown.add(callback);
    return () => void shown.delete(callback);
  });
}

export function useRouter(): { params: Record<string, string> } {
  return { params: {} };
}

interface Request {
  url: string;
  method: string;
  data: unknown;
  header: Record<string, string>;
  dataType?: string;
}

async function request({ url, method, data, header, dataType }: Request) {
  const body = data instanceof ArrayBuffer ? new Uint8Array(data) : JSON.stringify(data);
  const response = await fetch(url, { method, headers: header, body });
  const read = dataType === 'text' ? response.text() : response.json().catch(() => null);
  return { statusCode: response.status, data: await read };
}

const go = async ({ url }: { url: string }) => void visited.push(url);

export interface CloudCall {
  name: string;
  data: object;
}

/** CloudBase, as a test lets it answer. */
export const cloudBase = {
  answer: async (_call: CloudCall): Promise<{ result: unknown }> => ({ result: null }),
};

export default {
  request,
  cloud: { callFunction: (call: CloudCall) => cloudBase.answer(call) },
  navigateTo: go,
  redirectTo: go,
  reLaunch: go,
  pageScrollTo: async () => {},
  getStorageSync: (key: string) => JSON.parse(kept.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void kept.delete(key),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
};
