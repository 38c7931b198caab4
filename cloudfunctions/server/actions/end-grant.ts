import { sql } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';

/** Every call reads the roles anew, so what is open in this moment loses them with its next one. */
export const endGrant: Handler<'end-grant'> = async ({ grantId }, context) => {
  const { tx, courtId, caller, now } = context;
  const grant = await tx
    .selectFrom('role_grants')
    .select(['account_id', 'role'])
    .where('court_id', '=', courtId)
    .where('grant_id', '=', grantId)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!grant) throw new Refusal('grant-unknown');
  if (grant.role === 'admin' && !(await anotherAdmin(context, grantId))) throw new Refusal('last-admin');
  await tx
    .updateTable('role_grants')
    .set({ revoked_at: now, revoked_by: caller.accountId })
    .where('court_id', '=', courtId)
    .where('grant_id', '=', grantId)
    .execute();
  // What he answers for in others' place ends with the role that let him.
  await tx
    .updateTable('hand_overs')
    .set({ ended_at: now })
    .where('court_id', '=', courtId)
    .where('to_account_id', '=', grant.account_id)
    .where('ended_at', 'is', null)
    .execute();
  await context.audit('court', 'end-grant', { grantId, accountId: grant.account_id, role: grant.role });
  return { done: true };
};

/** Two administrators who end each other take turns, and the second is the last. */
async function anotherAdmin({ tx, courtId, today }: SignedIn, grantId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${courtId}/admins`}, 3))`.execute(tx);
  const { rows } = await sql`
    select from role_grants g
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    where g.court_id = ${courtId} and g.role = 'admin' and g.grant_id <> ${grantId} and g.revoked_at is null
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
    limit 1`.execute(tx);
  return rows.length > 0;
}
