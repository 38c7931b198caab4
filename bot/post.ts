import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

export interface Posted {
  status: number;
  body: string;
}

/**
 * Posts JSON over a connection that is kept. A third of what `fetch` costs, and the bot's thread is what bounds how many
 * it can answer.
 */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  withinMs: number,
): Promise<Posted> {
  const over = url.startsWith('https:') ? overHttps : overHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    over(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      signal: AbortSignal.timeout(withinMs),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  return { status: response.statusCode!, body: await text(response) };
}
