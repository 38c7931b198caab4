import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type PhotoType, redraw } from '../../cloudfunctions/server/photos';

/** What becomes of a photo between the telephone and whoever looks at it. */

const paper = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' }, limitInputPixels: false });
const AT_THE_DOOR = {
  IFD0: { Make: 'Phone of the liaison', Orientation: '6' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '30/1 15/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 9/1 0/1',
  },
};
const TYPES = ['jpeg', 'png', 'webp'] as const;
const photo = (type: (typeof TYPES)[number], width = 400, height = 200) =>
  paper(width, height).withExif(AT_THE_DOOR).toFormat(type).toBuffer();
const SCRIPT = '<html><script>alert(document.domain)</script></html>';

describe('a photo is kept', () => {
  test.each(TYPES)('as %s without where it was taken and with what', async (type) => {
    const sent = await photo(type);
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Phone of the liaison');
    const kept = await redraw(sent, `image/${type}`);
    const { exif, xmp, iptc, format } = await sharp(kept!).metadata();
    expect({ exif, xmp, iptc, format }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      format: type,
    });
    expect(Buffer.from(kept!).toString('latin1')).not.toContain('Phone of the liaison');
  });

  test('upright, although what said so is gone', async () => {
    const sent = await paper(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(sent).metadata()).orientation).toBe(6);
    expect(await sharp((await redraw(sent, 'image/jpeg'))!).metadata()).toMatchObject({
      width: 200,
      height: 400,
    });
  });

  test('no larger than it can be read', async () => {
    const kept = await redraw(await photo('jpeg', 5_120, 1_000), 'image/jpeg');
    expect(await sharp(kept!).metadata()).toMatchObject({ width: 2_560, height: 500 });
  });

  test('without the page that was hidden behind it or in its remarks', async () => {
    const jpeg = await photo('jpeg');
    const remark = Buffer.from(SCRIPT);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(remark.length + 2);
    const hidden = [
      Buffer.concat([jpeg, Buffer.from(SCRIPT)]),
      Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, remark, jpeg.subarray(2)]),
    ];
    for (const sent of hidden) {
      const kept = await redraw(sent, 'image/jpeg');
      expect(Buffer.from(kept!).toString('latin1')).not.toContain('script');
    }
  });
});

describe('is not a photo', () => {
  /** An image of one colour is small when packed, whatever its size. */
  const bomb = (width: number, height: number) =>
    paper(width, height).png({ compressionLevel: 9 }).toBuffer();
  const cut = async (bytes: Promise<Buffer>) => (await bytes).subarray(0, 200);
  const beginsLike = (magic: string) => Buffer.concat([Buffer.from(magic, 'hex'), Buffer.from(SCRIPT)]);

  test.each<[string, () => Promise<Buffer> | Buffer, PhotoType]>([
    ['a page that begins like a JPEG', () => beginsLike('ffd8ffe0'), 'image/jpeg'],
    ['a page that begins like a PNG', () => beginsLike('89504e470d0a1a0a'), 'image/png'],
    ['a PNG that says it is a JPEG', () => photo('png'), 'image/jpeg'],
    ['an SVG', () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), 'image/png'],
    ['a GIF', () => paper(4, 2).gif().toBuffer(), 'image/png'],
    ['half a photo', () => cut(photo('jpeg')), 'image/jpeg'],
    ['what unpacks to 54 million pixels', () => bomb(9_000, 6_000), 'image/png'],
  ])('%s', async (_what, make, mediaType) => {
    expect(await redraw(new Uint8Array(await make()), mediaType)).toBeNull();
  });
});
