import { isUnderSupervision } from '../../../shared/cases/case-status';
import { dayAt, instantOf } from '../../../shared/day';
import type { Wish } from '../../../shared/reminders/stop-words';
import { SWEEP_COURSE } from '../../../shared/reminders/wording';
import { appendAudit } from '../audit';
import { markContact, stopNumber } from '../stopped-numbers';
import type { Tx } from '../storage/connect';
import { suppressForNumber } from '../storage/suppress';
import { addToTimeline } from '../storage/timeline';
import type { Here } from './decide-fate';
import { CARRIER } from './report';

/** What an SMS from a person's phone sets off, in every case and court that knows the number. */
export async function actOnReply(here: Here, phoneIndex: string, wish: Wish | 'reply'): Promise<void> {
  const parties = await partiesOf(here.tx, phoneIndex);
  if (wish === 'reply') {
    for (const party of parties) await tellCourt(here, party);
    return;
  }
  await stopNumber(here, phoneIndex, wish);
  for (const party of parties) await stopParty(here, party, wish);
  for (const account of await accountsOf(here.tx, phoneIndex)) {
    await stopAccount(here, account, phoneIndex, wish);
  }
}

type Party = Awaited<ReturnType<typeof partiesOf>>[number];

/** With their cases locked, in one order. */
const partiesOf = (tx: Tx, phoneIndex: string) =>
  tx
    .selectFrom('parties as p')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.court_id', '=', 'p.court_id').onRef('c.case_id', '=', 'p.case_id'),
    )
    .select(['p.court_id', 'p.case_id', 'p.party_id', 'p.contact_state', 'c.status'])
    .where('p.phone_index', '=', phoneIndex)
    .orderBy('p.court_id')
    .orderBy('p.case_id')
    .orderBy('p.party_id')
    .forUpdate('c')
    .execute();

async function stopParty({ tx, now }: Here, party: Party, wish: Wish): Promise<void> {
  const { court_id: courtId, case_id: caseId, party_id: partyId, contact_state: known } = party;
  // A number that is somebody else's says more than that he wants no messages.
  if (known === wish || known === 'wrong-number') return;
  await markContact({ tx, courtId, now }, party, wish);
  await audit({ tx, now }, courtId, caseId, { partyId, wish });
}

/** Liaisons and staff; what goes to a party goes to his number in the case. */
const accountsOf = (tx: Tx, phoneIndex: string) =>
  tx
    .selectFrom('accounts as a')
    .select(['a.court_id', 'a.account_id'])
    .where('a.phone_index', '=', phoneIndex)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grants as g')
          .select('g.role')
          .whereRef('g.court_id', '=', 'a.court_id')
          .whereRef('g.account_id', '=', 'a.account_id'),
      ),
    )
    .orderBy('court_id')
    .orderBy('account_id')
    .execute();

async function stopAccount(
  { tx, now }: Here,
  account: { court_id: string; account_id: string },
  phoneIndex: string,
  wish: Wish,
): Promise<void> {
  const { court_id: courtId, account_id: accountId } = account;
  await suppressForNumber({ tx, courtId, now }, phoneIndex, wish);
  await audit({ tx, now }, courtId, 'court', { accountId, wish });
}

/** One line a day in each running case: what he wrote is not kept, and somebody calls him. */
async function tellCourt({ tx, now }: Here, party: Party): Promise<void> {
  const { court_id: courtId, case_id: caseId, party_id: partyId } = party;
  if (!isUnderSupervision(party.status)) return;
  await audit({ tx, now }, courtId, caseId, { partyId, wish: 'reply' });
  const told = await tx
    .selectFrom('timeline')
    .select('case_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('words', '=', SWEEP_COURSE.replied)
    .where('at', '>=', instantOf(dayAt(now), 0))
    .executeTakeFirst();
  if (!told) await addToTimeline({ tx, courtId, now }, caseId, SWEEP_COURSE.replied, ['court']);
}

const audit = (
  { tx, now }: Pick<Here, 'tx' | 'now'>,
  courtId: string,
  subject: string,
  facts: Record<string, string>,
) => appendAudit(tx, { courtId, subject, at: now, actor: CARRIER, action: 'carrier-reply', facts });
