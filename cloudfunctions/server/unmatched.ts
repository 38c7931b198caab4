import { CASE_STATUSES, caseCan, isUnderSupervision } from '../../shared/cases/case-status';
import { type AddressMatch, matchAddress } from '../../shared/import/address';
import type { AreaTable } from '../../shared/import/types';
import type { App } from './app';
import type { SignedIn } from './context';
import type { PartyRow } from './parties';
import { casesInReach } from './reach';
import { addressesToMatch } from './sealed-compare';

/** Where somebody still has to be found: before a supervision and during one. */
const STATUSES = CASE_STATUSES.filter(
  (status) => caseCan('startSupervision', status) || isUnderSupervision(status),
);

/** Debtors in no village yet, oldest case first. */
export function selectUnmatched(context: SignedIn) {
  return context.tx
    .selectFrom('parties as p')
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'p.court_id').onRef('c.case_id', '=', 'p.case_id'),
    )
    .where('p.court_id', '=', context.courtId)
    .where('p.side', '=', 'obligor')
    .where('p.village_id', 'is', null)
    .where('c.status', 'in', STATUSES)
    .where(casesInReach(context));
}

export async function countUnmatched(context: SignedIn): Promise<number> {
  const { count } = await selectUnmatched(context)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Cases are split by 户籍 (the import does likewise); where that says nothing, by where papers reach him. */
export function matchParty(app: App, party: PartyRow, areas: AreaTable): AddressMatch {
  const matches = addressesToMatch(app, party)
    .reverse()
    .map((address) => matchAddress(address, areas));
  return (
    matches.find(({ villageId }) => villageId) ?? {
      villageId: null,
      townId: matches.find(({ townId }) => townId)?.townId ?? null,
      candidates: [...new Set(matches.flatMap(({ candidates }) => candidates))],
    }
  );
}
