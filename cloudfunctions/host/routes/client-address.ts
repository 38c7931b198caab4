import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Where a call came from. What a proxy says is believed only from this machine, and only its own last word: the
 * ones before it are the caller's.
 */
export function clientAddress(c: Context): string {
  const { address = '' } = getConnInfo(c).remote;
  if (!isLoopback(address)) return address;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || address;
}

const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address);
