import { createDecipheriv, createHash } from 'node:crypto';
import type { WechatPush } from '../settings-receipts';

/** WeChat's proof: SHA-1 of the token and the given words, sorted and put together. */
export function wechatSignature(token: string, ...words: string[]): string {
  return createHash('sha1')
    .update([token, ...words].sort().join(''))
    .digest('hex');
}

/**
 * Opens an encrypted push: AES-256-CBC, 16 random bytes, the length, the message, the app's id. Undefined when it
 * is not for us.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html
 */
export function openEnvelope({ aesKey = '', appId }: WechatPush, encrypted: string): string | undefined {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const plain = padded.subarray(16, padded.length - padded.at(-1)!);
    const length = plain.readUInt32BE(0);
    const forApp = plain.subarray(4 + length).toString('utf8');
    return forApp === appId ? plain.subarray(4, 4 + length).toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}
