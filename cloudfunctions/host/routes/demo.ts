import { type Context, Hono } from 'hono';
import { Refusal } from '../../../shared/refusal';
import { readMoment } from '../demo-clock';
import type { RunningHost } from '../host';
import { listPersonas, signInPersona } from '../personas';
import { DEMO_GROUP } from '../phone-wall/chat-people';
import { sweepOnce } from '../timers';
import { readJson } from './api';

/** What a demonstration offers beside the product: be anybody, move the clock, sweep now. Not there in production. */
export function demoRoutes({ app, demo, restartPatience }: RunningHost): Hono {
  return new Hono()
    .use('/demo/*', async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .get('/demo/personas', async (c) => c.json(await listPersonas(app)))
    .get('/demo/arrivals', (c) => c.json(demo!.carriers!.sandbox.arrivals()))
    .post('/demo/sign-in', async (c) => said(c, await signInPersona(app, await fieldOf(c, 'persona'))))
    .post('/demo/clock', async (c) => {
      const moment = readMoment(await fieldOf(c, 'now'));
      if (!moment) throw new Refusal('moment-unreadable');
      await demo!.clock.set(moment);
      restartPatience();
      return said(c, { now: app.now().toISOString() });
    })
    .post('/demo/reply', async (c) => {
      const { phone, text } = (await readJson(c)) as Record<string, unknown>;
      if (typeof phone !== 'string' || typeof text !== 'string' || !/^1\d{10}$/.test(phone)) {
        throw new Refusal('input-incomplete', { field: '号码、内容' });
      }
      return said(c, { taken: await demo!.carriers!.sandbox.callbacks.reply(phone, text.slice(0, 500)) });
    })
    .post('/demo/chat', async (c) => {
      const { from, text, group } = (await readJson(c)) as Record<string, unknown>;
      if (typeof from !== 'string' || typeof text !== 'string' || text.trim() === '') {
        throw new Refusal('input-incomplete', { field: '谁、内容' });
      }
      demo!.carriers!.sandbox.chats.write(from, text.slice(0, 500), group === true ? DEMO_GROUP : undefined);
      return said(c, {});
    })
    .post('/demo/sweep', async (c) => said(c, { ...(await sweepOnce()) }));
}

/** The pages read every answer by its envelope; other tools were promised the bare fields. */
const said = (c: Context, data: object) => c.json({ ok: true, ...data, data });

async function fieldOf(c: Context, name: string): Promise<unknown> {
  const body = await readJson(c);
  return body && typeof body === 'object' ? (body as Record<string, unknown>)[name] : undefined;
}
