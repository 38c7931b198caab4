import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The doors that become CloudBase functions, with what CloudBase has to know of each. */
const FUNCTIONS = {
  api: { timeout: 20, memorySize: 256 },
  // Seven fields: second minute hour day month week year. Every minute, but not on the full minute.
  sweep: {
    timeout: 60,
    memorySize: 256,
    triggers: [{ name: 'every-minute', type: 'timer', config: '17 * * * * * *' }],
  },
  // Carriers reach it by HTTP access, at the path /receipts.
  receipts: { timeout: 20, memorySize: 256 },
};

/** Bundles each door into `<folder>/<name>/`: one file without node_modules, ready to be uploaded. */
export async function buildFunctions(folder: string): Promise<string[]> {
  return Promise.all(
    Object.entries(FUNCTIONS).map(async ([name, config]) => {
      const out = join(folder, name);
      await mkdir(out, { recursive: true });
      await build({
        entryPoints: [join(import.meta.dirname, '..', name, 'index.ts')],
        outfile: join(out, 'index.js'),
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        minify: true,
        // Optional natives that neither we nor CloudBase have.
        external: ['pg-native', 'pg-cloudflare'],
        logLevel: 'error',
      });
      await writeFile(join(out, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
      await writeFile(
        join(out, 'package.json'),
        `${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`,
      );
      return out;
    }),
  );
}

if (import.meta.filename === process.argv[1]) {
  for (const out of await buildFunctions('dist/cloudfunctions')) console.log(out);
}
