import type { core } from 'zod/mini';
import { type ActionName, actions, isActionName } from '../../shared/actions';
import type { Contract } from '../../shared/actions/contract';
import { ACCESS, mayCall } from '../../shared/cases/access';
import { mayByChat } from '../../shared/cases/chat-actions';
import { Refusal } from '../../shared/refusal';
import { handlers } from './actions';
import type { App } from './app';
import { type Caller, loadCaller, rolesOf } from './caller';
import { type Context, createContext, type SignedIn } from './context';
import { describeFault } from './faults';
import { ownCourt } from './own-court';
import { reachOf } from './reach';
import { isReadable } from './readable';
import { SEALED } from './sensitive';
import { allAbsent } from './standing-in';
import { confine } from './storage/confine';
import type { Tx } from './storage/connect';
import type { Session } from './tokens';

export interface Call {
  action: string;
  input: unknown;
  /** Sent by clients with every write: the same submission again is answered again, not done again. */
  idempotencyKey?: string;
  /** `<challenge>:<answer>`, where the door asked for it. */
  work?: string;
}

/** What the platform says of the caller; nothing in it comes from the request body. */
export interface Identity {
  session: Session | null;
  openid: string | null;
  clientAddress: string;
}

export interface Refused {
  code: string;
  message: string;
  /** Whole seconds after which the same may be tried again. */
  retryAfter?: number;
  /** A task to be solved first; the same call goes again with its solution. */
  work?: string;
}

export type Answer =
  | { ok: true; data: unknown }
  | { ok: false; refusal: Refused; status: number }
  | { ok: false; fault: { requestId: string } };

/** Performs one action: identity, role, input, then the handler in one transaction. Never throws. */
export async function perform(app: App, call: Call, identity: Identity): Promise<Answer> {
  try {
    if (!isActionName(call.action)) throw new Refusal('action-unknown');
    return { ok: true, data: await inTurn(app, call.action, call, identity) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, refusal: describeRefusal(error), status: error.status };
    }
    const requestId = app.newId('run');
    app.log({ level: 'error', requestId, action: call.action, ...describeFault(error) });
    return { ok: false, fault: { requestId } };
  }
}

export const describeRefusal = ({ code, message, retryAfter, work }: Refusal): Refused => ({
  code,
  message,
  ...(retryAfter !== undefined && { retryAfter }),
  ...(work !== undefined && { work }),
});

const CLASHES = ['40P01', '40001'];
const MOST_TRIES = 3;

/** Two that waited for each other: one was undone entirely by the database, and is simply done again. */
async function inTurn(app: App, action: ActionName, call: Call, identity: Identity): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(app, action, call, identity);
    } catch (error) {
      if (tries === MOST_TRIES || !CLASHES.includes(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

async function inTransaction(app: App, action: ActionName, call: Call, identity: Identity): Promise<unknown> {
  let kept: Refusal | undefined;
  const data = await app.db.transaction().execute(async (tx) => {
    try {
      return await inContext(app, tx, action, call, identity);
    } catch (error) {
      // A failed proof of identity is itself a fact: it is counted, although the answer is no.
      if (!(error instanceof Refusal) || !error.keepsFacts) throw error;
      kept = error;
      return undefined;
    }
  });
  if (kept) throw kept;
  return data;
}

async function inContext(app: App, tx: Tx, action: ActionName, call: Call, identity: Identity) {
  const now = app.now();
  const session = isNameless(action) ? null : identity.session;
  const caller = session ? await loadCaller(tx, session, now) : null;
  const contract = actions[action] as Contract;
  checkWho(action, caller);
  const input = parseInput(contract.input, call.input);
  const courtId = caller?.courtId ?? (await ownCourt(app, tx));
  if (!courtId) throw new Refusal('court-not-set-up');
  const context = createContext(app, tx, { ...identity, action, caller, courtId, now });
  await confine(tx, reachOf(context));
  // A list reaches as far as all of his roles together.
  if (caller && ACCESS[action].about === 'cases') context.inPlaceOf('court', allAbsent({ caller }));
  if (contract.effect === 'read' || contract.isSecret || !caller || !call.idempotencyKey) {
    return run(action, contract, input, context);
  }
  return once(tx, context as SignedIn, action, call.idempotencyKey, input, () =>
    run(action, contract, input, context),
  );
}

/** Whoever tells what he knows is nobody there, though he be signed in on this device: no line may name him. */
const isNameless = (action: ActionName): boolean => ACCESS[action].about === 'door';

function checkWho(action: ActionName, caller: Caller | null): void {
  const { who } = ACCESS[action];
  if (caller?.viaChat && !mayByChat(action)) throw new Refusal('not-by-chat');
  if (who.includes('public')) return;
  if (!caller) throw new Refusal('sign-in-first');
  if (caller.setUp && !who.includes('signed-in')) throw new Refusal('set-up-first');
  if (!mayCall(action, rolesOf(caller))) throw new Refusal('not-for-your-role');
}

function parseInput(schema: core.$ZodType, input: unknown): unknown {
  const result = (schema as unknown as Parseable).safeParse(input ?? {});
  if (result.success && isReadable(result.data)) return result.data;
  if (result.success) throw new Refusal('input-unreadable');
  const issue = result.error?.issues[0];
  // A sentence of ours ends with 。; the library's own wording is not for citizens.
  if (issue?.message.endsWith('。')) throw new Refusal('input-wrong', { sentence: issue.message });
  throw new Refusal('input-incomplete', { field: issue?.path.join('.') || 'input' });
}

interface Parseable {
  safeParse(input: unknown): {
    success: boolean;
    data?: unknown;
    error?: { issues: { message: string; path: PropertyKey[] }[] };
  };
}

async function run(action: ActionName, contract: Contract, input: unknown, context: Context) {
  const handler = handlers[action] as (input: unknown, context: Context) => Promise<unknown>;
  const data = await handler(input, context);
  const needsLine = contract.effect === 'write' && !contract.mayFindNothing;
  if (needsLine && !context.audited()) throw new Error(`${action} left no audit line`);
  await context.auditOpened();
  return data;
}

/** Answers a submission that was already done from what was answered then. */
async function once(
  tx: Tx,
  context: SignedIn,
  action: ActionName,
  key: string,
  input: unknown,
  act: () => Promise<unknown>,
): Promise<unknown> {
  if (!/^[\w-]{8,80}$/.test(key)) throw new Refusal('idempotency-key-wrong');
  const { vault } = context.app;
  const inputHash = vault.index(SEALED.answer, JSON.stringify(input));
  const row = {
    court_id: context.courtId,
    account_id: context.caller.accountId,
    idempotency_key: key,
    action,
    input_hash: inputHash,
    answer_sealed: null,
    at: context.now,
  };
  // The insert waits for a twin that is under way, and inserts nothing if that one was done.
  const fresh = await tx
    .insertInto('answered')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  const mine = tx
    .updateTable('answered')
    .where('court_id', '=', row.court_id)
    .where('account_id', '=', row.account_id)
    .where('idempotency_key', '=', key);
  if (fresh.numInsertedOrUpdatedRows === 0n) {
    const earlier = await tx
      .selectFrom('answered')
      .select(['action', 'input_hash', 'answer_sealed'])
      .where('court_id', '=', row.court_id)
      .where('account_id', '=', row.account_id)
      .where('idempotency_key', '=', key)
      .executeTakeFirstOrThrow();
    if (earlier.action !== action || earlier.input_hash !== inputHash)
      throw new Refusal('key-used-otherwise');
    return JSON.parse(vault.open(SEALED.answer, earlier.answer_sealed!));
  }
  const data = await act();
  await mine.set({ answer_sealed: vault.seal(SEALED.answer, JSON.stringify(data)) }).execute();
  return data;
}
