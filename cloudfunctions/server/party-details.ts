import type { App } from './app';
import type { PartyRow } from './parties';
import { SEALED } from './sensitive';

/** The sealed details of a party in clear. Who asks has shown that the case is his. */
type Details = Pick<
  PartyRow,
  'phone_sealed' | 'id_number_sealed' | 'service_address_sealed' | 'household_address_sealed'
>;

export function phoneOf({ vault }: App, { phone_sealed: sealed }: Details): string | null {
  return sealed && vault.open(SEALED.phone, sealed);
}

export function idNumberOf({ vault }: App, { id_number_sealed: sealed }: Details): string | null {
  return sealed && vault.open(SEALED.idNumber, sealed);
}

/** Where he said he is reached, then where he is registered. */
export function addressesOf({ vault }: App, party: Details): string[] {
  const service =
    party.service_address_sealed && vault.open(SEALED.serviceAddress, party.service_address_sealed);
  const household =
    party.household_address_sealed && vault.open(SEALED.householdAddress, party.household_address_sealed);
  return [...new Set([service, household].filter((address) => address !== null))];
}

export const addressOf = (app: App, party: Details): string | null => addressesOf(app, party)[0] ?? null;
