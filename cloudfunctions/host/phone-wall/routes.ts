import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Arrival } from '../carrier-sandbox';
import type { RunningHost } from '../host';
import { listPersonas } from '../personas';
import { chatPeople } from './chat-people';
import { ringOf } from './live';

const HEARTBEAT_MS = 15_000;

/** `/phones`: simulated phones, one a persona, with what the carriers' sandbox got, as it comes. */
export function wallRoutes({ app, demo }: RunningHost): Hono {
  const { sandbox } = demo!.carriers!;
  const page = composePage();
  return new Hono()
    .get('/phones', async (c) => {
      const { html, policy } = await page;
      return c.html(html, 200, { 'content-security-policy': policy, 'cache-control': 'no-cache' });
    })
    .get('/phones/chats', (c) =>
      streamSSE(c, async (stream) => {
        const { chats } = sandbox;
        const say = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
        stream.onAbort(chats.onLine((line) => void say('line', line)) as () => void);
        await say('start', { people: chatPeople(await listPersonas(app)), lines: chats.lines() });
        while (!stream.aborted) {
          await say('beat', {});
          await stream.sleep(HEARTBEAT_MS);
        }
      }),
    )
    .get('/phones/events', (c) =>
      streamSSE(c, async (stream) => {
        const personas = await listPersonas(app);
        const say = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
        const tellOf = (arrival: Arrival) => void say('ring', ringOf(arrival, personas));
        const stop = sandbox.onArrival(tellOf);
        stream.onAbort(() => void stop());
        await say('start', {
          now: app.now().toISOString(),
          personas,
          rings: sandbox.arrivals().map((arrival) => ringOf(arrival, personas)),
        });
        while (!stream.aborted) {
          await say('clock', { now: app.now().toISOString() });
          await stream.sleep(HEARTBEAT_MS);
        }
      }),
    );
}

/** One page with everything in it; its policy lets exactly its own script run. */
async function composePage(): Promise<{ html: string; policy: string }> {
  const [html, css, ...sources] = await Promise.all(
    ['wall.html', 'wall.css', 'wall.ts', 'chats.ts'].map(read),
  );
  const { code } = await transform(sources.join('\n'), { loader: 'ts', target: 'es2020' });
  const hash = createHash('sha256').update(code).digest('base64');
  return {
    html: html!
      .replace('<!-- style -->', () => `<style>${css}</style>`)
      .replace('<!-- script -->', () => `<script>${code}</script>`),
    policy: `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'`,
  };
}

const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
