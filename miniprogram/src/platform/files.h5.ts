import { type LocalFile, type LocalFiles, LostFile } from './platform';

/** Chosen files live as long as the tab; kept ones in IndexedDB, because localStorage ends at 5 MB. */
const chosen = new Map<string, LocalFile>();
const STORE = 'files';
let counter = 0;

/** Takes what the file input gave, and answers the path by which the rest of the app knows it. */
export async function adopt(fileName: string, blob: Blob): Promise<string> {
  counter += 1;
  const path = `chosen:${Date.now().toString(36)}-${counter}`;
  chosen.set(path, {
    fileName,
    mediaType: blob.type || 'application/octet-stream',
    bytes: await blob.arrayBuffer(),
  });
  return path;
}

export const browserFiles: LocalFiles = {
  async keep(path) {
    const kept = path.replace(/^chosen:/, 'kept:');
    const file = await browserFiles.read(path);
    await inStore('readwrite', (store) => store.put(file, kept));
    return kept;
  },
  async read(path) {
    const file = chosen.get(path) ?? (await inStore<LocalFile>('readonly', (store) => store.get(path)));
    if (!file) throw new LostFile(path);
    return file;
  },
  async show(path) {
    const { bytes, mediaType } = await browserFiles.read(path);
    return URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  },
  async remove(path) {
    chosen.delete(path.replace(/^kept:/, 'chosen:'));
    await inStore('readwrite', (store) => store.delete(path));
  },
};

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    return request.result as T | undefined;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('zhiqian', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
