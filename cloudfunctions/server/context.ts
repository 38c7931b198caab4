import type { ActionName, InputOf, OutputOf } from '../../shared/actions';
import { type Day, dayAt } from '../../shared/day';
import type { App } from './app';
import { type AuditFacts, appendAudit } from './audit';
import type { Caller } from './caller';
import { createOpenedFields, type Sealed } from './opened';
import type { Tx } from './storage/connect';

/** What a handler works with. One call, one transaction, one moment. */
export interface Context {
  app: App;
  /** What was called. */
  action: ActionName;
  tx: Tx;
  now: Date;
  today: Day;
  courtId: string;
  /** Null only for public actions. */
  caller: Caller | null;
  /** The address a call came from, for limits on guessing; never stored in clear. */
  clientAddress: string;
  /** The platform's identity of a WeChat user who has no account yet. */
  openid: string | null;
  /** Leaves an audit line in this transaction. `subject` is a case id or `court`. */
  audit(subject: string, action: string, facts?: AuditFacts): Promise<void>;
  audited: () => boolean;
  /** Every further line of this subject names those for whom the caller stands in. */
  inPlaceOf(subject: string, accountIds: string[]): void;
  /**
   * Opens a sealed field of a person to show it, in whole or masked. The next audit line of its subject tells whose
   * and which; where the call leaves none, it gets one.
   */
  openSealed(sealed: Sealed): string;
  /** Leaves a line of what was opened and not told yet; the door does so when the handler is done. */
  auditOpened(): Promise<void>;
}

export type SignedIn = Context & { caller: Caller };

export type Handler<A extends ActionName> = (input: InputOf<A>, context: SignedIn) => Promise<OutputOf<A>>;
/** A handler of an action that anybody may call. */
export type PublicHandler<A extends ActionName> = (
  input: InputOf<A>,
  context: Context,
) => Promise<OutputOf<A>>;

export function createContext(
  app: App,
  tx: Tx,
  from: Pick<Context, 'action' | 'caller' | 'courtId' | 'clientAddress' | 'openid' | 'now'>,
): Context {
  let lines = 0;
  const opened = createOpenedFields(app.vault);
  const absent = new Map<string, string[]>();
  const context: Context = {
    ...from,
    app,
    tx,
    today: dayAt(from.now),
    async audit(subject, action, facts = {}) {
      lines += 1;
      await appendAudit(tx, {
        courtId: from.courtId,
        subject,
        at: from.now,
        actor: from.caller?.accountId ?? 'public',
        action,
        facts: {
          ...facts,
          ...opened.take(subject),
          ...standsInFor(absent.get(subject)),
          ...(from.caller?.viaChat ? { via: 'chat' } : {}),
        },
      });
    },
    audited: () => lines > 0,
    inPlaceOf: (subject, accountIds) => void absent.set(subject, accountIds),
    openSealed: opened.open,
    async auditOpened() {
      for (const subject of opened.subjects()) await context.audit(subject, from.action);
    },
  };
  return context;
}

const standsInFor = (accountIds: string[] = []): AuditFacts =>
  accountIds.length > 0 ? { standsInFor: accountIds } : {};
