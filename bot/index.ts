import { systemClock } from './clock';
import { openGateway } from './open-gateway';
import { createParts } from './parts';
import { type RunningBot, runBot } from './run';
import { SetupError, settingsFromEnvironment } from './settings';

/** `npm run bot`: one gateway, one bot, one process. */
let bot: RunningBot | undefined;
let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) process.exit(code || 130);
  isStopping = true;
  await bot?.stop().catch(() => {});
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

/** Whoever started us holds the other end; when it closes we are nobody's. */
if (process.argv.includes('--ends-with-stdin')) {
  process.stdin.on('end', () => void stop(0)).on('error', () => void stop(0));
  process.stdin.resume();
}

const log = (line: Record<string, string>) => process.stderr.write(`${JSON.stringify(line)}\n`);

// A library that breaks must not take what people write into the log; the next bot begins anew.
for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(kind, (error: unknown) => {
    log({ at: kind, error: error instanceof Error ? error.name : 'unknown' });
    if (kind === 'uncaughtException') void stop(1);
  });
}

try {
  const settings = settingsFromEnvironment();
  const gateway = await openGateway(settings);
  const parts = createParts(settings, gateway.name, systemClock);
  bot = await runBot({ gateway, ...parts, pace: settings.pace, log });
} catch (error) {
  if (error instanceof SetupError) console.error(error.message);
  else console.error(`The bot cannot start: ${error instanceof Error ? error.message : 'unknown'}`);
  await stop(1);
}
