import sharp, { type Sharp } from 'sharp';

/** A 50-megapixel telephone's largest photo; what unpacks to more is no photo of a receipt or a door. */
const MOST_PIXELS = 8_192 * 6_144;
/** The longer side of what is kept: a receipt can be read on it, and it weighs a megabyte. */
const LONGEST_SIDE = 2_560;
const MOST_SECONDS = 15;

sharp.cache(false);
sharp.concurrency(1);
// Of all that the library can read, only what we accept: no SVG, no PDF, no rarely tested decoder.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const WRITERS = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 82 }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 82 }),
};
export type PhotoType = keyof typeof WRITERS;
export const isPhotoType = (mediaType: string): mediaType is PhotoType => Object.hasOwn(WRITERS, mediaType);

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a photo anew, upright: only its pixels remain, without where and when and with what it was taken, and
 * without anything that was hidden in or behind it. Null when it is not such an image, or too large when unpacked.
 */
export function redraw(bytes: Uint8Array, mediaType: PhotoType): Promise<Uint8Array | null> {
  // One at a time: ten large photos at once would need a gigabyte.
  const mine = last.then(() => draw(bytes, mediaType));
  last = mine;
  return mine;
}

async function draw(bytes: Uint8Array, mediaType: PhotoType): Promise<Uint8Array | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if (`image/${(await image.metadata()).format}` !== mediaType) return null;
    const upright = image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: MOST_SECONDS });
    return await WRITERS[mediaType](upright).toBuffer();
  } catch {
    // The library's own words name what it found in the file; nobody needs them.
    return null;
  }
}
