import type { ActionName, OutputOf, RequestOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import type { App } from '../server/app';
import { perform } from '../server/perform';
import { SetupError } from '../server/settings';
import type { Session } from '../server/tokens';

export type Act = <A extends ActionName>(action: A, input: RequestOf<A>) => Promise<OutputOf<A>>;

/** Calls the door as this person, and turns its no into the sentence that ends the command. */
export function actorOf(app: App, session: Session): Act {
  return async (action, input) => {
    const answer = await perform(app, { action, input }, { session, openid: null, clientAddress: 'command' });
    if (answer.ok) return answer.data as never;
    if ('refusal' in answer) throw new SetupError(answer.refusal.message);
    throw new SetupError(`${action} failed; the log names it as ${answer.fault.requestId}.`);
  };
}

/** The account that was named, or else one that holds this role. */
export async function sessionOf({ db }: App, role: Role, as: string | undefined): Promise<Session> {
  const wanted = db
    .selectFrom('accounts as a')
    .innerJoin('role_grants as g', (j) =>
      j.onRef('g.court_id', '=', 'a.court_id').onRef('g.account_id', '=', 'a.account_id'),
    )
    .select(['a.court_id as courtId', 'a.account_id as accountId'])
    .where('g.valid_to', 'is', null)
    .where('g.revoked_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .orderBy('a.account_id');
  const found = as
    ? await wanted.where('a.account_id', '=', as).executeTakeFirst()
    : await wanted.where('g.role', '=', role).executeTakeFirst();
  if (found) return found;
  throw new SetupError(
    as
      ? `There is no account ${as}; give --as the id of somebody who works for the court.`
      : `The court has no ${role} yet; say in whose name you do this: --as ACCOUNT.`,
  );
}
