import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import { countAttempt, indexOfCode, isLocked } from '../access-codes';
import type { Context, PublicHandler } from '../context';
import { SEALED } from '../sensitive';

type Input = InputOf<'claim-access'>;

export const claimAccess: PublicHandler<'claim-access'> = async (input, context) => {
  const { app, tx, courtId, now } = context;
  const subjects = [`code:${indexOfCode(context, input.code)}`, `from:${context.clientAddress}`];
  const party = await provenParty(input, context, subjects);
  if (!party) {
    for (const subject of subjects) await countAttempt(context, subject);
    await context.audit('court', 'access-refused');
    // Wrong, used, expired and locked answer alike: nobody learns whether a case exists.
    throw new Refusal('access-code-mismatch').keepingFacts();
  }
  await tx
    .updateTable('access_codes')
    .set({ used_at: now })
    .where('code_index', '=', indexOfCode(context, input.code))
    .execute();
  const accountId = await accountFor(input, context, party);
  await bind(context, party.party_id, accountId, input.proxy !== undefined);
  if (input.proxy) await recordProxy(input.proxy, context, party, accountId);
  await context.audit(party.case_id, 'claim-access', {
    partyId: party.party_id,
    asProxy: Boolean(input.proxy),
  });
  const { token, expiresAt } = await app.tokens.issue({ courtId, accountId }, now);
  return { token, expiresAt: expiresAt.toISOString(), caseId: party.case_id, side: party.side };
};

async function provenParty(input: Input, context: Context, subjects: string[]) {
  for (const subject of subjects) if (await isLocked(context, subject)) return null;
  const { app, tx, courtId, now } = context;
  const party = await tx
    .selectFrom('access_codes as a')
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'a.court_id').onRef('p.party_id', '=', 'a.party_id'),
    )
    .select([
      'p.party_id',
      'p.case_id',
      'p.side',
      'p.name',
      'p.id_number_sealed',
      'p.phone_sealed',
      'p.phone_index',
    ])
    .where('a.code_index', '=', indexOfCode(context, input.code))
    .where('a.court_id', '=', courtId)
    .where('a.used_at', 'is', null)
    .where('a.expires_at', '>', now)
    .forUpdate('a')
    .executeTakeFirst();
  if (!party?.id_number_sealed) return null;
  const idNumber = app.vault.open(SEALED.idNumber, party.id_number_sealed);
  return idNumber.slice(-6).toUpperCase() === input.idLast6 ? party : null;
}

type Party = NonNullable<Awaited<ReturnType<typeof provenParty>>>;

/** The signed-in account; else the WeChat user's; else the one this party already uses; else a new one. */
async function accountFor(input: Input, context: Context, party: Party): Promise<string> {
  const { app, tx, courtId, now } = context;
  if (context.caller) return context.caller.accountId;
  const known = await tx
    .selectFrom('party_bindings')
    .select('account_id')
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .where('as_proxy', '=', false)
    .where('unbound_at', 'is', null)
    .executeTakeFirst();
  if (known && !input.proxy && !context.openid) return known.account_id;
  const accountId = app.newId('account');
  await tx
    .insertInto('accounts')
    .values({
      court_id: courtId,
      account_id: accountId,
      name: input.proxy?.name ?? party.name,
      phone_sealed: input.proxy ? null : party.phone_sealed,
      phone_index: input.proxy ? null : party.phone_index,
      openid: context.openid,
      created_at: now,
    })
    .execute();
  return accountId;
}

async function bind({ tx, courtId, now }: Context, partyId: string, accountId: string, asProxy: boolean) {
  await tx
    .insertInto('party_bindings')
    .values({ court_id: courtId, party_id: partyId, account_id: accountId, as_proxy: asProxy, bound_at: now })
    .onConflict((c) => c.doNothing())
    .execute();
}

async function recordProxy(
  proxy: NonNullable<Input['proxy']>,
  { app, tx, courtId, now }: Context,
  party: Party,
  accountId: string,
) {
  await tx
    .insertInto('proxy_consents')
    .values({
      court_id: courtId,
      consent_id: app.newId('consent'),
      case_id: party.case_id,
      party_id: party.party_id,
      given_to_account_id: accountId,
      relation: proxy.relation,
      consent: 'in-person',
      proxy_name: proxy.name,
      action: 'claim-access',
      recorded_at: now,
    })
    .execute();
}
