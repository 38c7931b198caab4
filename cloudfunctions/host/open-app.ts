import type { Place } from '../../shared/reminders/wording';
import type { App } from '../server/app';
import { type Settings, SetupError } from '../server/settings';
import type { Db } from '../server/storage/connect';
import { installApp, systemClock, wire } from '../server/wiring';
import { type DemoCarriers, demoChannels, demoReports, startDemoCarriers } from './carriers';
import { type DemoClock, firstMoment, loadDemoClock } from './demo-clock';
import { isSeeded, seedCounty } from './seed';

export interface OpenApp {
  app: App;
  /** Null in production. */
  demo: Demo | null;
  close(): Promise<void>;
}

export interface Demo {
  clock: DemoClock;
  /** Null when another process serves the carriers. */
  carriers: DemoCarriers | null;
}

/** The app on a database that is ready; in demo mode with its county, its clock and its carriers. */
export async function openApp(settings: Settings, carriersUrl?: string): Promise<OpenApp> {
  const app = wire(settings);
  installApp(app);
  if (settings.mode === 'production') return { app, demo: null, close: () => app.db.destroy() };
  const clock = await loadDemoClock(app.db, systemClock);
  await seedOnce(app, clock);
  app.now = clock.now;
  const place = await placeOf(app.db, settings.publicUrl);
  const carriers = carriersUrl ? null : await startDemoCarriers(settings.carriers, place, clock.now);
  carriers?.sandbox.callbacks.reportTo(demoReports(settings));
  app.channels = demoChannels(settings.carriers, place, carriersUrl ?? carriers!.url);
  return {
    app,
    demo: { clock, carriers },
    close: async () => {
      await carriers?.close();
      await app.db.destroy();
    },
  };
}

async function seedOnce(app: App, clock: DemoClock): Promise<void> {
  if (await isSeeded(app.db)) return;
  const real = systemClock();
  const first = firstMoment(real);
  console.log('Making the fictional county 青溪县 with 400 cases; only at the first start.');
  await seedCounty(app, first);
  if (first !== real) await clock.set(first);
}

async function placeOf(db: Db, site: string): Promise<Place> {
  const court = await db.selectFrom('courts').selectAll().executeTakeFirst();
  if (!court) throw new SetupError('The database holds no court; give the demo an empty database.');
  return { courtName: court.name, courtPhone: court.phone, hotline: court.hotline, site };
}
