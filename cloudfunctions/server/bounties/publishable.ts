import { isAdult, unpublishableIn } from '../../../shared/cases/bounty-notice';
import type { Day } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';

/** Refuses a text with a number, an address or the creditor's name in it: everybody will read it. */
export async function ensurePublishable(
  { tx, courtId }: SignedIn,
  caseId: string,
  text: string,
): Promise<void> {
  const others = await tx
    .selectFrom('parties')
    .select('name')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('side', '=', 'obligee')
    .execute();
  const found = unpublishableIn(
    text,
    others.map(({ name }) => name),
  );
  if (found.length > 0) throw new Refusal('bounty-text-wrong', { what: found.join('、') });
}

/** Of whom the notice tells: the judgment debtors by name, none of them a minor, and their town. */
export async function shownOf(context: SignedIn, caseId: string) {
  const { tx, courtId } = context;
  const debtors = await tx
    .selectFrom('parties')
    .select(['party_id', 'name', 'kind', 'id_number_sealed'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('side', '=', 'obligor')
    .orderBy('party_id')
    .execute();
  if (debtors.length === 0) throw new Refusal('bounty-debtor-many');
  for (const one of debtors) {
    if (one.kind === 'natural' && !isOfAge(context, caseId, one)) throw new Refusal('bounty-debtor-minor');
  }
  const area = await tx
    .selectFrom('cases as c')
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 'c.court_id').onRef('w.town_id', '=', 'c.town_id'),
    )
    .innerJoin('courts as k', 'k.court_id', 'c.court_id')
    .select(['w.town_id', 'w.name', 'k.county'])
    .where('c.court_id', '=', courtId)
    .where('c.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return {
    shown: { debtorName: debtors.map(({ name }) => name).join('、'), area: area.name ?? area.county },
    townId: area.town_id,
  };
}

function isOfAge(
  { openSealed, today }: SignedIn,
  caseId: string,
  { party_id, id_number_sealed: value }: { party_id: string; id_number_sealed: string | null },
): boolean {
  const number = value && openSealed({ subject: caseId, of: party_id, field: SEALED.idNumber, value });
  const born = number && /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(number);
  return born ? isAdult(`${born[1]}-${born[2]}-${born[3]}` as Day, today) : false;
}
