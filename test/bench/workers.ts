import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

export interface Worked {
  /** When each call to the carrier began, in ms since 1970. */
  calls: number[];
  peakMb: number;
}

export type Work = (task: 'plan' | 'deliver', url: string, rate?: number) => Promise<Worked>;

/** Bundled, as a function is deployed: what it loads is part of what it weighs. */
export async function withWorkers(use: (work: Work) => Promise<void>): Promise<void> {
  const file = join(tmpdir(), `zhiqian-bench-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native', 'pg-cloudflare'],
    banner: {
      js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  try {
    await use(async (task, url, rate = 0) => {
      const args = [file, task, url, String(rate)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
      return JSON.parse(stdout) as Worked;
    });
  } finally {
    await rm(file, { force: true });
  }
}
