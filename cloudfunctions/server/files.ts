import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SEALED, type Vault } from './sensitive';

/** Photos and lists, kept sealed outside the database and reached only by signed addresses that expire. */
export interface FileStore {
  signedUrl(fileId: string, method: 'PUT' | 'GET', expiresAt: Date): string;
  /** Was this address signed by us, for this method, and is it still valid? */
  verify(fileId: string, method: string, query: URLSearchParams, now: Date): boolean;
  put(fileId: string, bytes: Uint8Array): Promise<void>;
  get(fileId: string): Promise<Uint8Array>;
  erase(fileId: string): Promise<void>;
  /** Seals the file with today's key, if it is not; says whether it was. Without harm while somebody reads it. */
  reseal(fileId: string): Promise<boolean>;
}

const FILE_ID = /^(file|photo)_[0-9A-Za-z]+$/;

export function diskFiles(options: {
  folder: string;
  key: Uint8Array;
  vault: Vault;
  /** Of photos that belong to tips: those whose id says so. */
  tipVault: Vault;
  publicUrl: string;
}): FileStore {
  const vaultOf = (fileId: string) => (fileId.startsWith('photo_') ? options.tipVault : options.vault);
  const sign = (fileId: string, method: string, expires: string) =>
    createHmac('sha256', options.key).update(`${method}\0${fileId}\0${expires}`).digest('base64url');
  const pathOf = (fileId: string) => {
    if (!FILE_ID.test(fileId)) throw new Error('not a file id');
    return join(options.folder, fileId);
  };
  return {
    signedUrl(fileId, method, expiresAt) {
      const expires = String(expiresAt.getTime());
      return `${options.publicUrl}/files/${fileId}?expires=${expires}&signature=${sign(fileId, method, expires)}`;
    },
    verify(fileId, method, query, now) {
      const expires = query.get('expires') ?? '';
      const given = Buffer.from(query.get('signature') ?? '');
      const wanted = Buffer.from(sign(fileId, method, expires));
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
      return Number(expires) > now.getTime();
    },
    async put(fileId, bytes) {
      await mkdir(options.folder, { recursive: true });
      await writeFile(
        pathOf(fileId),
        vaultOf(fileId).seal(SEALED.file, Buffer.from(bytes).toString('base64')),
      );
    },
    async get(fileId) {
      return Buffer.from(vaultOf(fileId).open(SEALED.file, await readFile(pathOf(fileId), 'utf8')), 'base64');
    },
    async reseal(fileId) {
      const sealed = await readFile(pathOf(fileId), 'utf8');
      const vault = vaultOf(fileId);
      if (sealed.startsWith(vault.currentPrefix)) return false;
      const fresh = vault.seal(SEALED.file, vault.open(SEALED.file, sealed));
      await writeFile(`${pathOf(fileId)}.new`, fresh);
      await rename(`${pathOf(fileId)}.new`, pathOf(fileId));
      return true;
    },
    async erase(fileId) {
      await rm(pathOf(fileId), { force: true });
    },
  };
}
