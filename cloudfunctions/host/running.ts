import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../server/settings';
import { birthOf } from './processes';

/** What the process that works in a data folder tells the others; also the claim that there is only one. */
export interface Running {
  pid: number;
  born: string | null;
  /** `server`: npm start. `command`: a tool that found no server and opened the folder itself. */
  what: 'server' | 'command';
  url: string;
  databaseUrl?: string;
  carriersUrl?: string;
}

export interface Claim {
  /** Tells others more than was known when the folder was claimed. */
  tell(more: Pick<Running, 'databaseUrl' | 'carriersUrl'>): Promise<void>;
  release(): Promise<void>;
}

const noteIn = (folder: string) => join(folder, 'running.json');

/** Takes the folder for this process, or says who has it. */
export async function claimFolder(folder: string, what: Running['what'], url: string): Promise<Claim> {
  await makeFolder(folder);
  const other = await findRunning(folder);
  if (other) throw new SetupError(sentenceOf(other, folder));
  await rm(noteIn(folder), { force: true });
  let note: Running = { pid: process.pid, born: await birthOf(process.pid), what, url };
  await writeFile(noteIn(folder), JSON.stringify(note), { flag: 'wx', mode: 0o600 }).catch(() => {
    throw new SetupError(`Another process took ${folder} at the same moment; wait for it, then try again.`);
  });
  return {
    tell: async (more) => {
      note = { ...note, ...more };
      await writeFile(noteIn(folder), JSON.stringify(note), { mode: 0o600 });
    },
    release: () => rm(noteIn(folder), { force: true }),
  };
}

/** Who works in this folder now; null when nobody does, or when who did is gone. */
export async function findRunning(folder: string): Promise<Running | null> {
  const text = await readFile(noteIn(folder), 'utf8').catch(() => '');
  try {
    const note = JSON.parse(text) as Running;
    return note.born !== null && (await birthOf(note.pid)) === note.born ? note : null;
  } catch {
    return null;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.writable'), '');
    await rm(join(folder, '.writable'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new SetupError(
      `The data folder ${folder} is not writable (${code}); set ZHIQIAN_DATA to a folder that is.`,
    );
  }
}

const sentenceOf = ({ what, pid, url }: Running, folder: string) =>
  what === 'server'
    ? `Zhiqian already runs on this folder (${folder}, process ${pid}): ${url}`
    : `Another command (process ${pid}) is using ${folder}; wait until it is done, then try again.`;
