import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../shared/refusal';
import type { App } from '../server/app';
import { describeFault } from '../server/faults';
import { type Answer, describeRefusal } from '../server/perform';

/** An answer of a door, as HTTP carries it. */
export function answer(c: Context, said: Answer): Response {
  c.header('cache-control', 'no-store');
  if (said.ok) return c.json({ ok: true, data: said.data });
  if ('refusal' in said) {
    if (said.refusal.retryAfter) c.header('retry-after', String(said.refusal.retryAfter));
    return c.json({ ok: false, refusal: said.refusal }, said.status as ContentfulStatusCode);
  }
  return c.json({ ok: false, fault: said.fault }, 500);
}

/** Whatever was thrown on the way: a refusal is said, anything else is logged and gets a number. */
export function answerError(app: App, c: Context, error: unknown): Response {
  if (error instanceof Refusal) {
    return answer(c, { ok: false, refusal: describeRefusal(error), status: error.status });
  }
  const requestId = app.newId('run');
  app.log({ level: 'error', requestId, path: c.req.routePath, ...describeFault(error) });
  return answer(c, { ok: false, fault: { requestId } });
}
