import type { App } from '../server/app';
import type { Settings } from '../server/settings';
import { settingsFromEnvironment } from '../server/wiring';
import { openDatabase } from './database';
import { openApp } from './open-app';
import { asProgram } from './operator';
import { claimFolder, findRunning } from './running';

/**
 * For `npm run import`, `npm run sweep` and the like: the app of the settings. Where `npm start` runs on the same
 * folder, its database and carriers are used; else the command opens them itself and closes them after.
 */
export async function withApp(work: (app: App) => Promise<void>): Promise<void> {
  await asCommand(async (settings) => {
    const running = await findRunning(settings.dataFolder);
    if (running?.what === 'server' && running.databaseUrl) {
      await inApp({ ...settings, databaseUrl: running.databaseUrl }, work, running.carriersUrl);
      return;
    }
    await inOwnDatabase(settings, (ready) => inApp(ready, work));
  });
}

/** Runs a command of the operator's: an error ends it with one sentence and code 1. */
export function asCommand(command: (settings: Settings) => Promise<void>): Promise<void> {
  return asProgram(() => command(settingsFromEnvironment()));
}

async function inOwnDatabase(settings: Settings, work: (ready: Settings) => Promise<void>): Promise<void> {
  const claim = await claimFolder(settings.dataFolder, 'command', settings.publicUrl);
  try {
    const database = await openDatabase(settings);
    try {
      await work({ ...settings, databaseUrl: database.url });
    } finally {
      await database.close();
    }
  } finally {
    await claim.release();
  }
}

async function inApp(settings: Settings, work: (app: App) => Promise<void>, carriersUrl?: string) {
  const opened = await openApp(settings, carriersUrl);
  try {
    await work(opened.app);
  } finally {
    await opened.close();
  }
}
