import { adopt } from './files.h5';

const LONGEST_SIDE = 1280;
const QUALITY = 0.7;

/** Photos of a file input, made small enough for a weak network. */
export async function adoptPhotos(files: File[]): Promise<string[]> {
  return Promise.all(files.map(async (file) => adopt(file.name, await compress(file))));
}

export async function adoptLists(files: File[]): Promise<string[]> {
  return Promise.all(files.map((file) => adopt(file.name, file)));
}

/** What the browser cannot draw, or what would grow, is sent as it is. */
async function compress(file: File): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return small && small.size < file.size ? small : file;
}
