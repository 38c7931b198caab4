import type { Relation } from '../../shared/cases/roles';
import type { ActedAs, Side } from '../../shared/cases/wording';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';

/** As whom the caller does something for `side`: himself, a relative, the court, or a liaison with consent. */
export function actsAs(
  { caller }: Pick<SignedIn, 'caller'>,
  caseId: string,
  relations: Set<Relation>,
  side: Side,
): ActedAs {
  const binding = caller.bindings.find((b) => b.caseId === caseId && b.side === side);
  if (binding) return binding.asProxy ? 'proxy' : side;
  return relations.has('court') ? 'court' : 'liaison';
}

/** Who may decide on the debtor's payment. Nobody decides on what he, or the person he acts for, has done. */
export function decidesAs(relations: Set<Relation>): 'obligee' | 'court' {
  if (relations.has('obligor')) throw new Refusal('acts-for-both-sides');
  return relations.has('obligee') ? 'obligee' : 'court';
}

/** The one side that the caller answers for. */
export function sideOf(relations: Set<Relation>): Side {
  if (relations.has('obligor') && relations.has('obligee')) throw new Refusal('acts-for-both-sides');
  return relations.has('obligee') ? 'obligee' : 'obligor';
}
