import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbedded } from '../../cloudfunctions/host/embedded-postgres';

test('the embedded server leaves the end of the process, and its exit code, to us', async () => {
  const ends = ['exit', 'beforeExit', 'SIGINT', 'SIGTERM'];
  const listeners = () => ends.flatMap((end) => process.rawListeners(end));
  const before = listeners();
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-exit-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded(join(folder, 'postgres'), { fsync: false });
  expect(listeners()).toEqual(before);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
