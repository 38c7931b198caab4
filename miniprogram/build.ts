import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { newerSyntaxIn } from './check-bundles';
import { takeTurns } from './take-turns';

/** `tsx miniprogram/build.ts h5|weapp`: Taro's own build, then a look at what it made. */
const target = process.argv[2];
if (target !== 'h5' && target !== 'weapp') {
  console.error('Say which: tsx miniprogram/build.ts h5|weapp');
  process.exit(2);
}

// The tests, a running system and a developer may ask for the same pages at once; the first builds them for all.
const asked = Date.now();
const standing = join(__dirname, 'dist', target);
const builtAt = () => statSync(standing, { throwIfNoEntry: false })?.ctimeMs ?? 0;
takeTurns(`${standing}.lock`);
if (builtAt() > asked) process.exit(0);

const taro = createRequire(__filename).resolve('@tarojs/cli/bin/taro');
const build = spawnSync(
  process.execPath,
  [taro, 'build', '--type', target, '--no-check', '--disable-global-config'],
  { cwd: __dirname, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target } },
);
if (build.status !== 0) process.exit(build.status ?? 1);

const fresh = join(__dirname, 'dist', `${target}.new`);
const newer = newerSyntaxIn(fresh);
if (newer.length > 0) {
  console.error(`Newer syntax than the oldest phones read:\n${newer.join('\n')}`);
  process.exit(1);
}
// A build that failed leaves the last good one in place, which may be open in somebody's browser.
rmSync(standing, { recursive: true, force: true });
renameSync(fresh, standing);
