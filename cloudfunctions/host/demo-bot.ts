import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { App } from '../server/app';
import { joinChats } from './demo-chats';
import { createBot } from './first-bot';

export interface DemoBot {
  stop(): Promise<void>;
}

/**
 * The bot of a demonstration: the same program that an operator starts, in a process of its own, at the chats of the
 * sandbox. Its secret is new at each start and stands in its environment only.
 */
export async function startDemoBot(app: App, door: string, sandbox: string): Promise<DemoBot> {
  const { botId, secret } = await createBot(app);
  await joinChats(app, botId);
  const script = join(import.meta.dirname, '../../bot/index.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--ends-with-stdin'], {
    // Its standard input ends with us, however we end.
    stdio: ['pipe', 'ignore', 'inherit'],
    env: {
      ZHIQIAN_URL: door,
      ZHIQIAN_BOT_ID: botId,
      ZHIQIAN_BOT_SECRET: secret,
      ZHIQIAN_BOT_GATEWAY: 'sandbox',
      ZHIQIAN_BOT_SANDBOX: sandbox,
    },
  });
  let stopping = false;
  const ended = once(child, 'exit').catch(() => {});
  void ended.then(() => {
    if (!stopping) app.log({ level: 'error', at: 'bot', error: 'The bot of the demonstration has ended.' });
  });
  return {
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}
