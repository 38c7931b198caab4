import type { ImportedParty } from '../../../shared/import/types';
import type { App } from '../app';
import { SEALED } from '../sensitive';

/** A person's numbers and addresses as they are stored. The first phone is the one that is used. */
export function sealParty({ vault }: App, party: ImportedParty) {
  const [phone = null, ...others] = party.phones;
  const seal = (field: string, plain: string | null) => plain && vault.seal(field, plain);
  const index = (field: string, plain: string | null) => plain && vault.index(field, plain);
  return {
    id_number_sealed: seal(SEALED.idNumber, party.idNumber),
    id_number_index: index(SEALED.idNumber, party.idNumber),
    phone_sealed: seal(SEALED.phone, phone),
    phone_index: index(SEALED.phone, phone),
    other_phones_sealed: seal(SEALED.otherPhones, others.join('、') || null),
    service_address_sealed: seal(SEALED.serviceAddress, party.serviceAddress),
    household_address_sealed: seal(SEALED.householdAddress, party.householdAddress),
  };
}
