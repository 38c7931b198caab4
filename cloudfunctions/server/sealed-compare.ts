import type { App } from './app';
import type { PartyRow } from './parties';
import { SEALED } from './sensitive';

/** Sealed fields that only the program looks at: nobody is shown them, so that no audit line tells of it. */

/** Does the ID number end so, as whoever proves himself says it does? */
export function idNumberEndsWith(
  { vault }: App,
  { id_number_sealed: sealed }: Pick<PartyRow, 'id_number_sealed'>,
  ending: string,
): boolean {
  return sealed !== null && vault.open(SEALED.idNumber, sealed).slice(-6).toUpperCase() === ending;
}

const decoys = new WeakMap<App['vault'], string>();

/** Somebody who is not there, whose ID number takes as long to open as anybody's and ends like nobody's. */
export function nobody({ vault }: App): Pick<PartyRow, 'id_number_sealed'> {
  const decoy = decoys.get(vault) ?? vault.seal(SEALED.idNumber, '-'.repeat(18));
  decoys.set(vault, decoy);
  return { id_number_sealed: decoy };
}

/** An ending by keyed hash: what somebody typed is not kept while it waits to be compared. */
export const indexOfEnding = ({ vault }: App, ending: string): string =>
  vault.index(SEALED.attempt, `id ending ${ending}`);

export function idNumberHasEnding(
  app: App,
  { id_number_sealed: sealed }: Pick<PartyRow, 'id_number_sealed'>,
  endingIndex: string,
): boolean {
  if (sealed === null) return false;
  const ending = app.vault.open(SEALED.idNumber, sealed).slice(-6).toUpperCase();
  return indexOfEnding(app, ending) === endingIndex;
}

/** To find the village: where he said he is reached, then where he is registered. */
export function addressesToMatch(
  { vault }: App,
  party: Pick<PartyRow, 'service_address_sealed' | 'household_address_sealed'>,
): string[] {
  const { service_address_sealed: service, household_address_sealed: household } = party;
  return [
    ...(service ? [vault.open(SEALED.serviceAddress, service)] : []),
    ...(household ? [vault.open(SEALED.householdAddress, household)] : []),
  ];
}
