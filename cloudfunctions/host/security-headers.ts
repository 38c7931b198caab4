import type { MiddlewareHandler } from 'hono';

/** On every answer; a route that has a policy of its own (the phone wall, a file) keeps it. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const headers = { 'content-security-policy': policyFor(new URL(publicUrl).origin), ...COMMON };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=()',
};

/**
 * Everything comes from here. Taro sets styles from scripts; files come by their signed addresses, which name
 * the public address even when the page was opened as localhost.
 */
const policyFor = (origin: string) =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${origin}`,
    // Taro's own icon font stands in its style sheet.
    "font-src 'self' data:",
    `connect-src 'self' ${origin}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
