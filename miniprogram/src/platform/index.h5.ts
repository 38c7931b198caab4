import { deviceWords } from '../../../shared/cases/device-words';
import { browserFiles } from './files.h5';
import type { Platform } from './platform';
import { taroStorage } from './storage';
import { browserTwins } from './twins.h5';
import { makeUuid } from './uuid';

/** The browser's side of the platform. What only WeChat has answers that nothing came of it. */
export const platform: Platform = {
  kind: 'h5',
  hasCloud: false,
  storage: taroStorage,
  tab: {
    get: (key) => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined,
    set: (key, value) => sessionStorage.setItem(key, JSON.stringify(value)),
  },
  twins: browserTwins,
  files: browserFiles,
  now: () => new Date(),
  newUuid: () => makeUuid(Date.now(), Math.random),
  isOnline: () => navigator.onLine,
  onNetworkChange(listener) {
    window.addEventListener('online', () => listener(true));
    window.addEventListener('offline', () => listener(false));
  },
  prefersLargeText: () => false,
  deviceWords: () => deviceWords(navigator.userAgent),
  phoneCall(number) {
    window.location.href = `tel:${number}`;
  },
  print() {
    window.print();
    return true;
  },
  hideShareMenu() {},
  requestSubscribe: async () => [],
  openFile(url) {
    window.open(url, '_blank', 'noopener');
  },
  saveFile({ fileName, mediaType, content }) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  setTitle(title) {
    document.title = `${title} · 执前通`;
  },
};
