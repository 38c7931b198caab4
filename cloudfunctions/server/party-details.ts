import type { Context } from './context';
import type { PartyRow } from './parties';
import { SEALED } from './sensitive';

/** The sealed details of a party in clear. Who asks has shown that the case is his; the audit tells that he looked. */
type Details = Pick<
  PartyRow,
  | 'case_id'
  | 'party_id'
  | 'phone_sealed'
  | 'id_number_sealed'
  | 'service_address_sealed'
  | 'household_address_sealed'
>;

type Opener = Pick<Context, 'openSealed'>;

/** A list of many people is told of at the court, in one line; one person at his case. */
type ToldAt = 'case' | 'court';

function open(
  { openSealed }: Opener,
  { case_id, party_id: of }: Details,
  field: string,
  value: string | null,
  told: ToldAt = 'case',
): string | null {
  return value && openSealed({ subject: told === 'case' ? case_id : 'court', of, field, value });
}

export const phoneOf = (opener: Opener, party: Details, told?: ToldAt): string | null =>
  open(opener, party, SEALED.phone, party.phone_sealed, told);

export const idNumberOf = (opener: Opener, party: Details, told?: ToldAt): string | null =>
  open(opener, party, SEALED.idNumber, party.id_number_sealed, told);

/** Where he said he is reached, then where he is registered. */
export function addressesOf(opener: Opener, party: Details, told?: ToldAt): string[] {
  const service = open(opener, party, SEALED.serviceAddress, party.service_address_sealed, told);
  const household = open(opener, party, SEALED.householdAddress, party.household_address_sealed, told);
  return [...new Set([service, household].filter((address) => address !== null))];
}

export const addressOf = (opener: Opener, party: Details, told?: ToldAt): string | null =>
  addressesOf(opener, party, told)[0] ?? null;
