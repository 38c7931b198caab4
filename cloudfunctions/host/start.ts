import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../server/app';
import type { Settings } from '../server/settings';
import { settingsFromEnvironment } from '../server/wiring';
import { type OpenDatabase, openDatabase } from './database';
import { startDemoBot } from './demo-bot';
import { createHttp } from './http';
import { type OpenApp, openApp } from './open-app';
import { sayError } from './operator';
import { ensurePages } from './pages/build';
import { loadPages, type Pages } from './pages/load';
import { claimFolder } from './running';
import { screen } from './screen';
import { openDoor } from './serve';
import { startTimers } from './timers';

/** `npm start`: everything on one machine. What was opened is closed in reverse, whatever happens. */
const closing: (() => Promise<unknown>)[] = [];
let isStopping = false;

async function start(settings: Settings, withPages: boolean): Promise<void> {
  const claim = await claimFolder(settings.dataFolder, 'server', settings.publicUrl);
  closing.push(claim.release);
  const door = await openDoor(settings);
  closing.push(door.close);
  const [pages, { database, opened }] = await Promise.all([
    withPages ? readyPages(settings) : null,
    openInside(settings),
  ]);
  await claim.tell({ databaseUrl: database.url, carriersUrl: opened.demo?.carriers?.url });
  const patience = patienceOf(opened);
  door.serve(await httpOf(opened, pages, patience));
  closing.push(startTimers(opened.app, patience.patientSince).stop);
  if (opened.demo?.carriers) await joinBot(opened.app, door.port, opened.demo.carriers.url);
  void database.ended.then(() => stop(1, 'The embedded PostgreSQL has ended; start again.'));
  console.log(await screen(opened, database));
}

/** The bot comes to the chats of the demonstration; without it all else works. */
async function joinBot(app: App, port: number, sandbox: string): Promise<void> {
  const bot = await startDemoBot(app, `http://127.0.0.1:${port}`, sandbox);
  closing.push(bot.stop);
}

async function openInside(settings: Settings): Promise<{ database: OpenDatabase; opened: OpenApp }> {
  const database = await openDatabase(settings);
  closing.push(database.close);
  const opened = await openApp({ ...settings, databaseUrl: database.url });
  closing.push(opened.close);
  return { database, opened };
}

async function readyPages(settings: Settings): Promise<Pages> {
  return loadPages(await ensurePages(join(settings.dataFolder, 'build-h5.log'), console.log));
}

/** A sweep is missed from the start on, and anew after the clock was moved. */
function patienceOf({ app }: OpenApp) {
  let since = app.now();
  const restartPatience = () => {
    since = app.now();
  };
  return { patientSince: () => since, restartPatience };
}

async function httpOf({ app, demo }: OpenApp, pages: Pages | null, patience: ReturnType<typeof patienceOf>) {
  return createHttp({ app, demo, pages, version: await ownVersion(), ...patience });
}

async function ownVersion(): Promise<string> {
  return JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')).version;
}

/** Ends in order: nothing new, then what is under way, then the database. Asked twice, it ends at once. */
async function stop(code: number, words?: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (words) console.error(words);
  for (let close = closing.pop(); close; close = closing.pop()) await close();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(130);
    void stop(0, '\nStopping …');
  });
}

/** npm runs us in a shell that takes a signal with it to its grave; without our parent nobody could end us. */
function endWithParent(): void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) void stop(0);
  };
  setInterval(look, 500).unref();
}

const OPTIONS = {
  'without-pages': { type: 'boolean', default: false },
  'ends-with-parent': { type: 'boolean', default: false },
} as const;

try {
  const { values } = parseArgs({ options: OPTIONS });
  if (values['ends-with-parent']) endWithParent();
  await start(settingsFromEnvironment(), !values['without-pages']);
} catch (error) {
  await stop(1, sayError(error));
}
