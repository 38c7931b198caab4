import Taro from '@tarojs/taro';
import { type LocalFile, type LocalFiles, LostFile } from './platform';

const MEDIA_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** Kept files stand in WeChat's user folder, which only the removal of the mini-program empties. */
export const weappFiles: LocalFiles = {
  keep(path) {
    if (path.startsWith(`${Taro.env.USER_DATA_PATH}`)) return Promise.resolve(path);
    const kept = `${Taro.env.USER_DATA_PATH}/${Date.now().toString(36)}-${nameOf(path)}`;
    return new Promise((resolve, reject) => {
      Taro.getFileSystemManager().copyFile({
        srcPath: path,
        destPath: kept,
        success: () => resolve(kept),
        fail: reject,
      });
    });
  },
  read: (path) =>
    new Promise<LocalFile>((resolve, reject) => {
      Taro.getFileSystemManager().readFile({
        filePath: path,
        success: ({ data }) =>
          resolve({ fileName: nameOf(path), mediaType: mediaTypeOf(path), bytes: data as ArrayBuffer }),
        fail: () => reject(new LostFile(path)),
      });
    }),
  show: async (path) => path,
  remove: (path) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().unlink({ filePath: path, complete: () => resolve() });
    }),
};

const nameOf = (path: string): string => path.split('/').pop() || 'file';

function mediaTypeOf(path: string): string {
  const ending = path.split('.').pop()?.toLowerCase() ?? '';
  return MEDIA_TYPES[ending] ?? 'application/octet-stream';
}
