import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

export interface Posted {
  status: number;
  body: string;
}

/**
 * Posts JSON over a connection that is kept; all of it has to be done within that time. A fifth of what `fetch` with an
 * abort signal costs, and the bot's one thread is what bounds how many it can answer.
 */
export function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  withinMs: number,
): Promise<Posted> {
  const over = url.startsWith('https:') ? overHttps : overHttp;
  const length = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const request = over(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
    });
    const deadline = setTimeout(() => request.destroy(new Error('late')), withinMs);
    const fail = (error: Error) => {
      clearTimeout(deadline);
      reject(error);
    };
    request.on('error', fail).on('response', (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => {
          text += part;
        })
        .on('error', fail)
        .on('end', () => {
          clearTimeout(deadline);
          resolve({ status: response.statusCode!, body: text });
        });
    });
    request.end(body);
  });
}
