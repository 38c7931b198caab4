import Taro from '@tarojs/taro';

/** Photos from the camera or the album, made small enough for a weak network; empty when given up. */
export async function choosePhotos(count: number): Promise<string[]> {
  const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] }).then(
    ({ tempFiles }) => tempFiles.map((file) => file.tempFilePath),
    () => [],
  );
  return Promise.all(chosen.map(compress));
}

/** A list sent to the person in a chat, which is where files live in WeChat. */
export async function chooseLists(): Promise<string[]> {
  const choice = Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] });
  return choice.then(
    ({ tempFiles }) => tempFiles.map((file) => file.path),
    () => [],
  );
}

// iOS compresses JPG only; whatever cannot be made smaller is sent as it is.
function compress(path: string): Promise<string> {
  return Taro.compressImage({ src: path, quality: 60, compressedWidth: 1280 }).then(
    ({ tempFilePath }) => tempFilePath,
    () => path,
  );
}
