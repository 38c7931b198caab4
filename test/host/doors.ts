import { demoChannels, startDemoCarriers } from '../../cloudfunctions/host/carriers';
import { loadDemoClock } from '../../cloudfunctions/host/demo-clock';
import { createHttp } from '../../cloudfunctions/host/http';
import type { Pages } from '../../cloudfunctions/host/pages/load';
import { openDoor } from '../../cloudfunctions/host/serve';
import { readSettings } from '../../cloudfunctions/server/settings';
import type { Place } from '../../shared/reminders/wording';
import { createCounty } from '../county';
import { createWorld } from '../world';

export const NOON = new Date('2026-03-02T04:00:00Z');

/** The host's one address, on a free port, over the small county of the stories. */
export async function openHost(options: { mode?: 'demo' | 'production'; pages?: Pages } = {}) {
  const world = await createWorld(NOON.toISOString());
  const county = await createCounty(world);
  const door = await openDoor({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${door.port}`;
  const { app } = world;
  const demo = options.mode === 'production' ? null : await demoOf(app, url);
  let since = app.now();
  const restartPatience = () => {
    since = app.now();
  };
  const pages = options.pages ?? null;
  door.serve(createHttp({ app, demo, pages, version: '1.2.3', patientSince: () => since, restartPatience }));
  return {
    world,
    county,
    url,
    demo,
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      post(url + path, body, headers),
    close: async () => {
      await door.close();
      await demo?.carriers.close();
      await world.close();
    },
  };
}

async function demoOf(app: Awaited<ReturnType<typeof createWorld>>['app'], site: string) {
  const clock = await loadDemoClock(app.db, () => NOON);
  app.now = clock.now;
  const { carriers: settings } = readSettings({});
  const place: Place = { courtName: '青溪县人民法院', courtPhone: '0999-6000000', hotline: '12368', site };
  const carriers = await startDemoCarriers(settings, place, clock.now);
  app.channels = demoChannels(settings, place, carriers.url);
  return { clock, carriers };
}

async function post(url: string, body: unknown, headers: Record<string, string>) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: sent,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
