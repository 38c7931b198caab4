import { judgeRefresh } from '../../shared/cases/refresh';
import { Refusal } from '../../shared/refusal';
import type { Context } from './context';
import type { SessionsTable } from './storage/database';
import { LIFETIME_MS, type Session, type SignedSession } from './tokens';

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

/** What a client keeps of a session: one token for some minutes, and one with which it gets the next pair. */
export interface TokenPair {
  token: string;
  expiresAt: string;
  refreshToken: string;
}

/** Begins a session on one device. */
export async function openSession(
  here: Here,
  accountId: string,
  about: { how: SessionsTable['how']; device?: string },
): Promise<TokenPair & { sessionId: string }> {
  const { app, tx, courtId, now } = here;
  const sessionId = app.newId('session');
  await tx
    .insertInto('sessions')
    .values({
      court_id: courtId,
      session_id: sessionId,
      account_id: accountId,
      how: about.how,
      device: about.device ?? '',
      created_at: now,
      last_used_at: now,
      expires_at: expiryFrom(app.wallClock()),
    })
    .execute();
  return { ...(await pairOf(here, { courtId, accountId, signIn: { sessionId, rotation: 1 } })), sessionId };
}

/** The next pair for a refresh token. Over, forged and ended answer alike. */
export async function refreshSession(context: Context, refreshToken: string): Promise<TokenPair> {
  const { app, tx, now } = context;
  const presented = await app.tokens.verify('refresh', refreshToken, app.wallClock());
  if (!presented) throw new Refusal('session-over');
  const row = await lockSession(context, presented);
  if (!row) throw new Refusal('session-over');
  const { rotation } = presented.signIn;
  const verdict = judgeRefresh(rotation, { newest: row.rotation, seen: row.seen_rotation });
  if (verdict === 'stolen') {
    await revoke(context, presented, 'refresh-token-reused');
    await context.audit('court', 'refresh-token-reused', subjectOf(presented));
    throw new Refusal('session-over').keepingFacts();
  }
  const next = verdict === 'rotate' ? row.rotation + 1 : row.rotation;
  await tx
    .updateTable('sessions')
    .set({
      rotation: next,
      seen_rotation: verdict === 'rotate' ? row.rotation : row.seen_rotation,
      last_used_at: now,
      expires_at: expiryFrom(app.wallClock()),
    })
    .where('court_id', '=', presented.courtId)
    .where('session_id', '=', presented.signIn.sessionId)
    .execute();
  await context.audit('court', 'refresh-session', subjectOf(presented));
  return pairOf(context, { ...presented, signIn: { ...presented.signIn, rotation: next } });
}

const expiryFrom = (now: Date) => new Date(now.getTime() + LIFETIME_MS.refresh);

const subjectOf = ({ accountId, signIn }: SignedSession) => ({ accountId, sessionId: signIn.sessionId });

/** Locked until the transaction ends, so that the same token twice at an instant takes turns. */
function lockSession({ tx }: Here, { courtId, accountId, signIn }: SignedSession) {
  return tx
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 's.court_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .select(['s.rotation', 's.seen_rotation'])
    .where('s.court_id', '=', courtId)
    .where('s.session_id', '=', signIn.sessionId)
    .where('s.account_id', '=', accountId)
    .where('s.revoked_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .forUpdate('s')
    .executeTakeFirst();
}

async function pairOf({ app }: Here, session: SignedSession): Promise<TokenPair> {
  const now = app.wallClock();
  const access = await app.tokens.issue('access', session, now);
  const refresh = await app.tokens.issue('refresh', session, now);
  return {
    token: access.token,
    expiresAt: access.expiresAt.toISOString(),
    refreshToken: refresh.token,
  };
}

/** Ends one session; its access token opens nothing from this moment on. */
export async function revoke({ tx, now }: Here, session: SignedSession, reason: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ revoked_at: now, revoked_reason: reason })
    .where('court_id', '=', session.courtId)
    .where('session_id', '=', session.signIn.sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Ends every session of an account, but for one that may go on. */
export async function revokeAll(
  { tx, courtId, now }: Here,
  accountId: string,
  reason: string,
  but = '',
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ revoked_at: now, revoked_reason: reason })
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .where('session_id', '!=', but)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The first call with the newest token proves that its answer arrived. A twin under way does not wait for it. */
export async function markSeen({ tx, now }: Pick<Here, 'tx' | 'now'>, session: Session): Promise<void> {
  const { courtId, signIn } = session;
  if (!signIn) return;
  const mine = tx
    .selectFrom('sessions')
    .select('session_id')
    .where('court_id', '=', courtId)
    .where('session_id', '=', signIn.sessionId)
    .where('seen_rotation', '<', signIn.rotation)
    .forUpdate()
    .skipLocked();
  await tx
    .updateTable('sessions')
    .set({ seen_rotation: signIn.rotation, last_used_at: now })
    .where('court_id', '=', courtId)
    .where('session_id', 'in', mine)
    .execute();
}
