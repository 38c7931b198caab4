import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import { anyLocked, countAttempt, indexOfCode, takeTurns } from '../access-codes';
import { accountFor, bind } from '../bindings';
import type { Context, PublicHandler } from '../context';
import { type PartyRow, samePerson } from '../parties';
import { idNumberEndsWith, nobody } from '../sealed-compare';
import { openSession } from '../sessions';

type Input = InputOf<'claim-access'>;

export const claimAccess: PublicHandler<'claim-access'> = async (input, context) => {
  const party = await provenParty(input, context);
  const accountId = await accountFor(context, party, input.proxy?.name);
  await useUp(context, input.code);
  if (input.proxy) {
    // Consent was given for this case alone.
    await bind(context, party.party_id, accountId, true);
    await recordProxy(input.proxy, context, party, accountId);
    await context.audit(party.case_id, 'claim-access', { partyId: party.party_id, asProxy: true });
  } else {
    await bindAll(context, party, accountId);
  }
  const { token, expiresAt, refreshToken } = await openSession(context, accountId, { how: 'code' });
  return { token, expiresAt, refreshToken, caseId: party.case_id, side: party.side };
};

/** Wrong, used, expired and locked answer alike, and as fast: nobody learns whether a case exists. */
async function provenParty(input: Input, context: Context): Promise<PartyRow> {
  const subjects = [`code:${indexOfCode(context, input.code)}`];
  if (context.clientAddress) subjects.push(`from:${context.clientAddress}`);
  await takeTurns(context, subjects);
  const locked = await anyLocked(context, subjects);
  const party = await partyOfCode(input, context);
  if (party && !locked) return party;
  for (const subject of subjects) await countAttempt(context, subject);
  await context.audit('court', 'access-refused');
  throw new Refusal('access-code-mismatch').keepingFacts();
}

/** No more is fetched than is compared: a whole row that is there takes a fortieth of a millisecond longer than none. */
async function partyOfCode(input: Input, context: Context): Promise<PartyRow | null> {
  const { app, tx, courtId, now } = context;
  const found = await tx
    .selectFrom('access_codes as a')
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'a.court_id').onRef('p.party_id', '=', 'a.party_id'),
    )
    .select(['p.party_id', 'p.id_number_sealed'])
    .where('a.code_index', '=', indexOfCode(context, input.code))
    .where('a.court_id', '=', courtId)
    .where('a.used_at', 'is', null)
    .where('a.expires_at', '>', now)
    .executeTakeFirst();
  // What is not there takes as long to compare.
  const isTheirs = idNumberEndsWith(app, found ?? nobody(app), input.idLast6);
  if (!found || !isTheirs) return null;
  return tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('party_id', '=', found.party_id)
    .executeTakeFirstOrThrow();
}

async function useUp(context: Context, code: string): Promise<void> {
  await context.tx
    .updateTable('access_codes')
    .set({ used_at: context.now })
    .where('code_index', '=', indexOfCode(context, code))
    .execute();
}

/** Who has proved himself sees all of his cases: same ID number, same telephone. */
async function bindAll(context: Context, party: PartyRow, accountId: string): Promise<void> {
  for (const { party_id, case_id } of await samePerson(context, party)) {
    await bind(context, party_id, accountId, false);
    await context.audit(case_id, 'claim-access', { partyId: party_id, asProxy: false });
  }
}

async function recordProxy(
  proxy: NonNullable<Input['proxy']>,
  { app, tx, courtId, now }: Context,
  party: PartyRow,
  accountId: string,
): Promise<void> {
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
