import { COURSE } from '../../shared/cases/wording';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';
import { type PartyRow, samePerson } from './parties';
import { SEALED } from './sensitive';
import { addToTimeline } from './storage/timeline';
import { closeUndelivered } from './undelivered';

/** A number whose holder said that he is somebody else, or wants to hear nothing. */
async function refuseIfHolderSaidNo({ tx, app }: SignedIn, phone: string): Promise<void> {
  const optedOut = await tx
    .selectFrom('opt_outs')
    .select('reason')
    .where('phone_index', '=', app.vault.index(SEALED.phone, phone))
    .executeTakeFirst();
  if (optedOut) throw new Refusal('phone-refused-by-holder');
}

interface Correction {
  set: Partial<PartyRow>;
  /** What somebody's own account repeats of it. */
  account?: { name?: string; phone_sealed?: string; phone_index?: string };
}

/** Puts a new number on file for this person in all his cases, sealed, with nothing left of the old one. */
export async function putPhone(
  context: SignedIn,
  party: PartyRow,
  { phone, source }: { phone: string; source: string },
): Promise<void> {
  await refuseIfHolderSaidNo(context, phone);
  const sealed = phoneColumns(context, phone);
  const set = {
    ...sealed,
    contact_state: 'ok' as const,
    contact_source: source,
    contact_corrected_at: context.now,
  };
  for (const same of await putForPerson(context, party, { set, account: sealed })) {
    const whom = { caseId: same.case_id, partyId: same.party_id, accountId: null };
    await closeUndelivered(context, whom, 'number-changed');
  }
}

export const phoneColumns = ({ app: { vault } }: Pick<SignedIn, 'app'>, phone: string) => ({
  phone_sealed: vault.seal(SEALED.phone, phone),
  phone_index: vault.index(SEALED.phone, phone),
});

/** The same change in each of a person's cases and in his own account, with a line and a word of it in each case. */
export async function putForPerson(
  context: SignedIn,
  party: PartyRow,
  change: Correction,
): Promise<PartyRow[]> {
  const { tx, courtId } = context;
  const all = await samePerson(context, party);
  for (const same of all) {
    await tx
      .updateTable('parties')
      .set(change.set)
      .where('court_id', '=', courtId)
      .where('party_id', '=', same.party_id)
      .execute();
    const facts = { partyId: same.party_id, askedFor: party.case_id };
    await context.audit(same.case_id, 'correct-contact', facts);
    await addToTimeline(context, same.case_id, COURSE.contactCorrected, ['court']);
  }
  if (change.account) await putInAccounts(context, all, change.account);
  return all;
}

/** The accounts that are the person's own; a member of staff's is the administrator's to change. */
async function putInAccounts(
  { tx, courtId }: SignedIn,
  parties: readonly PartyRow[],
  account: NonNullable<Correction['account']>,
): Promise<void> {
  const own = tx
    .selectFrom('party_bindings as b')
    .select('b.account_id')
    .where('b.court_id', '=', courtId)
    .where(
      'b.party_id',
      'in',
      parties.map(({ party_id }) => party_id),
    )
    .where('b.as_proxy', '=', false)
    .where('b.unbound_at', 'is', null);
  await tx
    .updateTable('accounts as a')
    .set(account)
    .where('a.court_id', '=', courtId)
    .where('a.account_id', 'in', own)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('role_grants as g')
            .select('g.grant_id')
            .whereRef('g.court_id', '=', 'a.court_id')
            .whereRef('g.account_id', '=', 'a.account_id'),
        ),
      ),
    )
    .execute();
}
