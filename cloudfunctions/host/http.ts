import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
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

/** Everything that this host answers on its one address. */
export function createHttp(host: RunningHost): Hono {
  const { app, demo, pages, version } = host;
  const http = new Hono();
  http.use(secureHeaders(headersFor(app.publicUrl)));
  http.get('/healthz', async (c) => {
    const health = await examine(app, version, host.patientSince());
    return c.json(health, health.ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  http.get('/openapi.json', (c) => c.json(describeApi({ version, publicUrl: app.publicUrl })));
  http.route('/', apiRoutes());
  http.route('/', fileRoutes(app));
  if (demo?.carriers) {
    http.route('/', demoRoutes(host));
    http.route('/', wallRoutes(host));
  }
  if (pages) http.route('/', pageRoutes(pages));
  http.notFound((c) => answerError(app, c, new Refusal('path-unknown')));
  http.onError((error, c) => answerError(app, c, error));
  return http;
}

/** Taro sets styles from scripts; nothing else comes from anywhere but here. */
function headersFor(publicUrl: string): Parameters<typeof secureHeaders>[0] {
  const { origin } = new URL(publicUrl);
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', origin],
      connectSrc: ["'self'", origin],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Only a proxy in front of us knows whether there is TLS.
    strictTransportSecurity: false,
    crossOriginResourcePolicy: false,
  };
}
