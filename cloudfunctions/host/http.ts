import { Hono } from 'hono';
import { Refusal } from '../../shared/refusal';
import { answerError } from './answers';
import { examine } from './health';
import type { RunningHost } from './host';
import { describeApi } from './openapi';
import { wallRoutes } from './phone-wall/routes';
import { apiRoutes } from './routes/api';
import { demoRoutes } from './routes/demo';
import { fileRoutes } from './routes/files';
import { pageRoutes } from './routes/pages';
import { receiptRoutes } from './routes/receipts';
import { securityHeaders } from './security-headers';

/** Everything that this host answers on its one address. */
export function createHttp(host: RunningHost): Hono {
  const { app, demo, pages, version } = host;
  const http = new Hono();
  http.use(securityHeaders(app.publicUrl));
  http.get('/healthz', async (c) => {
    const health = await examine(app, version, host.patientSince());
    return c.json(health, health.ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  http.get('/openapi.json', (c) => c.json(describeApi({ version, publicUrl: app.publicUrl })));
  http.route('/', apiRoutes());
  http.route('/', fileRoutes(app));
  http.route('/', receiptRoutes());
  if (demo?.carriers) {
    http.route('/', demoRoutes(host));
    http.route('/', wallRoutes(host));
  }
  if (pages) http.route('/', pageRoutes(pages));
  http.notFound((c) => answerError(app, c, new Refusal('path-unknown')));
  http.onError((error, c) => answerError(app, c, error));
  return http;
}
