import Taro from '@tarojs/taro';
import type { ActionName, OutputOf, RequestOf } from '../../shared/actions';
import { findWork } from '../../shared/work';
import { FaultError, OfflineError, RefusedError } from './errors';
import { platform } from './platform';
import type { LocalFile } from './platform/platform';
import { session } from './session';
import { inTurnWithTwins, tellTwins } from './twins';

/** The only caller of the network. Every page, the outbox and the queries come through here. */

export interface Call {
  action: string;
  input: unknown;
  idempotencyKey?: string;
  /** The solution of the task that the door asked for. */
  work?: string;
}

/** What came back: the status where there is one, and the body as parsed JSON, or null when it was not. */
export interface Reply {
  status?: number;
  body: unknown;
}

/** Carries one call to the server. Throws when no answer came. */
export type Transport = (call: Call, token: string | null) => Promise<Reply>;

type Body = { ok: true; data: unknown } | Refused;

interface Refused {
  ok: false;
  refusal?: { code: string; message: string; work?: string };
  fault?: { requestId: string };
}

const PATIENCE_MS = 15_000;
const SESSION_OVER = '登录已过期。请从法院发给您的链接重新进入；法院和镇村的同志请重新登录。';

const http: Transport = async ({ action, input, idempotencyKey, work }, token) => {
  const header = bearer(token);
  if (work) header['Proof-Of-Work'] = work;
  if (idempotencyKey) header['Idempotency-Key'] = idempotencyKey;
  return post(`/api/${action}`, input, header);
};

/** On CloudBase the platform vouches for the WeChat user, so no token travels. */
const cloud: Transport = async (call) => {
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { ...call } });
  return { body: result };
};

export const transports = { http, cloud };
let transport: Transport = platform.hasCloud ? cloud : http;
let whenSessionEnds: (sentence: string) => void = () => {};

/** Tests put another carrier here; returns the one before. */
export function setTransport(next: Transport): Transport {
  const before = transport;
  transport = next;
  return before;
}

export function onSessionEnd(listener: (sentence: string) => void): void {
  whenSessionEnds = listener;
}

/** Performs one action. Throws `RefusedError`, `FaultError` or `OfflineError`, each with its sentence. */
export async function call<A extends ActionName>(
  action: A,
  input: RequestOf<A>,
  options: { idempotencyKey?: string } = {},
): Promise<OutputOf<A>> {
  const { serial } = session.get();
  const goesOn = () => session.get().serial === serial;
  const send = (token: string | null) => sendWithWork({ action, input, ...options }, token);
  if (session.isStale()) await renew();
  const token = session.token();
  let reply = await send(token);
  if (isSessionOver(reply) && goesOn()) {
    // Another call may have renewed it while this one was under way.
    if (session.token() !== token || (await renew())) reply = await send(session.token());
    if (isSessionOver(reply) && goesOn()) endSession();
  }
  return read(reply) as OutputOf<A>;
}

/** Where many knock from one place the door asks each device to work a little first. */
async function sendWithWork(call: Call, token: string | null): Promise<Reply> {
  const reply = await within(PATIENCE_MS, transport(call, token));
  const task = ((reply.body ?? {}) as Partial<Refused>).refusal?.work;
  if (!task) return reply;
  const answer = await findWork(task, () => new Promise((resolve) => setTimeout(resolve)));
  return within(PATIENCE_MS, transport({ ...call, work: `${task}:${answer}` }, token));
}

let renewing: Promise<boolean> | null = null;

/** One at a time, for all calls that wait for it. False when there is nothing to renew, or the court says no. */
function renew(): Promise<boolean> {
  renewing ??= inTurnWithTwins(renewOnce).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renewOnce(): Promise<boolean> {
  const { refreshToken, serial } = session.get();
  if (!refreshToken) return false;
  const refresh = { action: 'refresh-session', input: { refreshToken } };
  const reply = await sendWithWork(refresh, null);
  const answer = reply.body as Body | null;
  if (answer?.ok !== true) {
    // A server in trouble is not the end of the session; a no is.
    if (answer?.refusal) return false;
    throw new FaultError(answer?.fault?.requestId ?? '');
  }
  const next = answer.data as OutputOf<'refresh-session'>;
  if (session.get().serial !== serial) return false;
  session.renew(next.token, next.refreshToken);
  tellTwins();
  return true;
}

/** What a sign-in answers. */
export interface Keys {
  token: string;
  refreshToken?: string;
}

/** Demo mode only: signs in as one of the fictional people. The answer is no action's, so it comes bare. */
export async function signInAsPersona(persona: string): Promise<Keys> {
  const reply = await within(PATIENCE_MS, post('/demo/sign-in', { persona }, {}));
  const bare = reply.body as Partial<Keys> | null;
  return typeof bare?.token === 'string' ? (bare as Keys) : (read(reply) as Keys);
}

type Purpose = RequestOf<'create-upload'>['purpose'];

/** Sends a file's bytes to the address the server reserved, and answers its id. */
export async function upload(file: LocalFile, purpose: Purpose): Promise<string> {
  const { fileName, mediaType } = file;
  const place = await call('create-upload', { purpose, fileName, mediaType, bytes: file.bytes.byteLength });
  return put(file, place);
}

/** The same for a photo kept on this telephone. */
export async function uploadPhoto(path: string, purpose: Purpose): Promise<string> {
  return upload(await platform.files.read(path), purpose);
}

type TipMedia = RequestOf<'create-tip-upload'>['mediaType'];

/** The same for a photo of a tip, by a device without an account; the file's name stays on the telephone. */
export async function uploadTipPhoto(path: string, device: string): Promise<string> {
  const file = await platform.files.read(path);
  // What is no photo is refused by the court, in its own sentence.
  const mediaType = file.mediaType as TipMedia;
  return put(file, await call('create-tip-upload', { device, mediaType, bytes: file.bytes.byteLength }));
}

async function put({ bytes, mediaType }: LocalFile, place: { fileId: string; url: string }): Promise<string> {
  const header = { 'Content-Type': mediaType };
  const reply = await within(
    60_000,
    send({ url: place.url, method: 'PUT', data: bytes, header, dataType: 'text' }),
  );
  if (reply.status !== undefined && reply.status >= 400) throw new FaultError('');
  return place.fileId;
}

function bearer(token: string | null): Record<string, string> {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

function post(path: string, data: unknown, header: Record<string, string>): Promise<Reply> {
  const json = { 'Content-Type': 'application/json', ...header };
  return send({ url: `${API_BASE}${path}`, method: 'POST', data: data ?? {}, header: json });
}

async function send(request: Taro.request.Option): Promise<Reply> {
  const { statusCode, data } = await Taro.request({ timeout: 60_000, ...request });
  return { status: statusCode, body: data };
}

/** Waits at most so long; a lost network and a slow one look the same to a person. */
async function within(ms: number, reply: Promise<Reply>): Promise<Reply> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OfflineError()), ms);
  });
  try {
    return await Promise.race([reply, late]);
  } catch {
    throw new OfflineError();
  } finally {
    clearTimeout(timer);
  }
}

function read({ body }: Reply): unknown {
  const answer = body as Body | null;
  if (answer?.ok === true) return answer.data;
  if (answer?.ok === false && answer.refusal) {
    throw new RefusedError(answer.refusal.code, answer.refusal.message);
  }
  throw new FaultError((answer?.ok === false && answer.fault?.requestId) || '');
}

function isSessionOver({ status, body }: Reply): boolean {
  const refusal = (body as { refusal?: { code?: string } } | null)?.refusal;
  return status === 401 || refusal?.code === 'sign-in-first';
}

function endSession(): void {
  session.end(session.token() ? SESSION_OVER : null);
  whenSessionEnds(SESSION_OVER);
}
