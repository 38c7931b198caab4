import Taro from '@tarojs/taro';
import { sha256 } from 'js-sha256';
import { platform } from '../platform';

const ENOUGH = 32;
const PATIENCE_MS = 1_000;

/**
 * A source of random bytes on this device. Browsers and newer WeChats have a generator fit for secrets; the clock
 * and `Math.random` are stirred in, and have to do on a telephone without one. Drawn from, it never runs dry.
 */
export async function drawSource(): Promise<(bytes: number) => Uint8Array> {
  const byChance = Array.from({ length: 16 }, () => Math.random());
  const seed = sha256.array([hexOf(await secretBytes()), platform.now().getTime(), ...byChance].join(' '));
  let blocks = 0;
  return (bytes) => {
    const drawn: number[] = [];
    while (drawn.length < bytes) {
      blocks += 1;
      drawn.push(...sha256.array([...seed, ...countOf(blocks)]));
    }
    return Uint8Array.from(drawn.slice(0, bytes));
  };
}

/** 32 letters of hexadecimal: the name of a device, or of one message. */
export async function drawHex(): Promise<string> {
  return hexOf((await drawSource())(16));
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const countOf = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255];

async function secretBytes(): Promise<Uint8Array> {
  if (typeof crypto !== 'undefined' && 'getRandomValues' in crypto)
    return crypto.getRandomValues(new Uint8Array(ENOUGH));
  return fromWeChat().catch(() => new Uint8Array());
}

function fromWeChat(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE_MS);
    Taro.getUserCryptoManager().getRandomValues({
      length: ENOUGH,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });
}
