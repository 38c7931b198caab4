import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { placeFault } from '../../../shared/cases/grants';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { staffAccount } from '../staff';

type Input = InputOf<'grant-role'>;

export const grantRole: Handler<'grant-role'> = async (input, context) => {
  const { app, tx, courtId, caller, now, today } = context;
  const { accountId, role, villageId, townId, teamId, from, to } = input;
  if (to !== undefined && (to < from || to < today)) throw new Refusal('grant-days-wrong');
  const fault = placeFault(role, input);
  if (fault || !(await placeExists(context, input))) {
    throw new Refusal('grant-place-wrong', fault ?? { role: '这个身份', place: '从名单里重新选择地方' });
  }
  await staffAccount(context, accountId);
  if (await hasItAlready(context, input)) throw new Refusal('grant-exists');
  const grantId = app.newId('grant');
  await tx
    .insertInto('role_grants')
    .values({
      court_id: courtId,
      grant_id: grantId,
      account_id: accountId,
      role,
      village_id: villageId ?? null,
      town_id: townId ?? null,
      team_id: teamId ?? null,
      valid_from: from,
      valid_to: to ?? null,
      granted_by: caller.accountId,
      granted_at: now,
    })
    .execute();
  await context.audit('court', 'grant-role', {
    grantId,
    accountId,
    role,
    place: villageId ?? townId ?? teamId ?? null,
    from,
    to: to ?? null,
  });
  return { grantId };
};

async function placeExists({ tx, courtId }: SignedIn, { villageId, townId, teamId }: Input) {
  const { rows } = await sql<{ there: boolean }>`
    select (${villageId ?? null}::text is null
        or exists (select from villages where court_id = ${courtId} and village_id = ${villageId ?? null})) and
      (${townId ?? null}::text is null
        or exists (select from towns where court_id = ${courtId} and town_id = ${townId ?? null})) and
      (${teamId ?? null}::text is null
        or exists (select from teams where court_id = ${courtId} and team_id = ${teamId ?? null})) as there
  `.execute(tx);
  return rows[0]?.there === true;
}

/** The same role for the same place on one of these days. The account is locked, so of two at once one is second. */
async function hasItAlready({ tx, courtId }: SignedIn, input: Input): Promise<boolean> {
  const found = await tx
    .selectFrom('role_grants')
    .select('grant_id')
    .where('court_id', '=', courtId)
    .where('account_id', '=', input.accountId)
    .where('role', '=', input.role)
    .where('revoked_at', 'is', null)
    .where(
      sql<boolean>`coalesce(village_id, town_id, team_id, '') =
        ${input.villageId ?? input.townId ?? input.teamId ?? ''}`,
    )
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') &&
        daterange(${input.from}::date, ${input.to ?? null}::date, '[]')`,
    )
    .executeTakeFirst();
  return found !== undefined;
}
