import { type Grant, rolesOf } from '../caller';
import type { Handler, SignedIn } from '../context';
import { reachOf } from '../storage/areas';
import { watermark } from '../watermark';

export const getMe: Handler<'get-me'> = async (_input, context) => {
  const { tx, courtId, caller } = context;
  const court = await tx
    .selectFrom('courts')
    .select('name')
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  const granted = await Promise.all(
    caller.grants.map(async (grant) => ({
      role: grant.role,
      reach: (await reachOf(tx, courtId, grant)) + (await inWhosePlace(context, grant)),
    })),
  );
  const asParty = [...rolesOf(caller)]
    .filter((role) => role === 'obligor' || role === 'obligee')
    .map((role) => ({ role, reach: '' }));
  return {
    accountId: caller.accountId,
    name: caller.name,
    setUp: caller.setUp ?? null,
    roles: [...granted, ...asParty],
    courtName: court.name,
    watermark: watermark(context),
  };
};

async function inWhosePlace({ tx, courtId }: SignedIn, { standsInFor }: Grant): Promise<string> {
  if (!standsInFor) return '';
  const { name } = await tx
    .selectFrom('accounts')
    .select('name')
    .where('court_id', '=', courtId)
    .where('account_id', '=', standsInFor)
    .executeTakeFirstOrThrow();
  return `（代${name}）`;
}
