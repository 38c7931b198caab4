import { SEALED } from '../../cloudfunctions/server/sensitive';
import type { World } from '../world';

/** Finds what the fictional county's people are called, where they live, and any telephone or ID number. */
export interface Finder {
  people: number;
  find(text: string): string[];
}

export async function createFinder({ db, app }: World): Promise<Finder> {
  const parties = await db.selectFrom('parties').selectAll().execute();
  const accounts = await db.selectFrom('accounts').select('name').execute();
  const addresses = parties.flatMap(({ service_address_sealed, household_address_sealed }) => [
    service_address_sealed && app.vault.open(SEALED.serviceAddress, service_address_sealed),
    household_address_sealed && app.vault.open(SEALED.householdAddress, household_address_sealed),
  ]);
  const needles = [...parties.map(({ name }) => name), ...accounts.map(({ name }) => name), ...addresses];
  return { people: parties.length, find: finderOf(new Set(needles.filter((one) => one !== null))) };
}

function finderOf(needles: Set<string>): Finder['find'] {
  const byFirst = new Map<string, Set<string>>();
  for (const needle of needles) {
    byFirst.set(needle[0]!, (byFirst.get(needle[0]!) ?? new Set()).add(needle));
  }
  return (text) => {
    const numbers = text.match(/(?<![\w-])(1[3-9]\d{9}|\d{17}[\dXx])(?![\w-])/g) ?? [];
    const words = Array.from(text).flatMap((_letter, at) =>
      [...(byFirst.get(text[at]!) ?? [])].filter((needle) => text.startsWith(needle, at)),
    );
    return [...numbers, ...words];
  };
}
