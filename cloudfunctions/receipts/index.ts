import { answerCarrier } from '../server/receipts/answer-carrier';
import type { HttpAnswer, HttpCall } from '../server/receipts/http-call';
import { theApp } from '../server/wiring';

/** The carriers' door, by HTTP on CloudBase as on one machine. Each call proves by itself whose it is; no visitor's does. */
export async function main(event: HttpCall, _platformContext: unknown): Promise<HttpAnswer> {
  return answerCarrier(await theApp(), event);
}
