import { createHash, createHmac } from 'node:crypto';

interface Account {
  secretId: string;
  secretKey: string;
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/**
 * Checks TC3-HMAC-SHA256 as Tencent documents it, and gives Tencent's error code when it does not hold.
 * The age of the signature is not checked: the SDK signs by the machine's clock, and a demo moves ours.
 */
export function signatureProblem(headers: Headers, body: string, account: Account): string | undefined {
  const match = AUTHORIZATION.exec(headers.get('authorization') ?? '');
  if (!match) return 'AuthFailure.InvalidAuthorization';
  const [, secretId, date, product, signedHeaders, signature] = match as unknown as string[];
  if (secretId !== account.secretId) return 'AuthFailure.SecretIdNotFound';
  const scope = `${date}/${product}/tc3_request`;
  const request = canonicalRequest(headers, signedHeaders!, body);
  const text = ['TC3-HMAC-SHA256', headers.get('x-tc-timestamp'), scope, sha256(request)].join('\n');
  const expected = hmac(signingKey(account.secretKey, date!, product!), text).toString('hex');
  return signature === expected ? undefined : 'AuthFailure.SignatureFailure';
}

function canonicalRequest(headers: Headers, signedHeaders: string, body: string): string {
  const lines = signedHeaders.split(';').map((name) => `${name}:${canonicalHeader(headers, name)}\n`);
  return ['POST', '/', '', lines.join(''), signedHeaders, sha256(body)].join('\n');
}

/** Tencent's SDK signs the host without its port, which no carrier but one on loopback has. */
function canonicalHeader(headers: Headers, name: string): string {
  const value = (headers.get(name) ?? '').trim();
  return name === 'host' ? value.replace(/:\d+$/, '') : value;
}

function signingKey(secretKey: string, date: string, product: string): Buffer {
  return hmac(hmac(hmac(`TC3${secretKey}`, date), product), 'tc3_request');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
