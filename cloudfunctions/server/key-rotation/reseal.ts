import type { PersonalField } from '../../../shared/cases/personal-data';
import type { Vault } from '../sensitive';

/** The same content, sealed as the settings say today; unchanged where it is so already. Throws when it does not open. */
export function resealValue(vault: Vault, { seal }: PersonalField, stored: string): string {
  return seal ? resealOne(vault, seal, stored) : JSON.stringify(resealWithin(vault, JSON.parse(stored)));
}

const resealOne = (vault: Vault, field: string, sealed: string): string =>
  sealed.startsWith(vault.currentPrefix) ? sealed : vault.seal(field, vault.open(field, sealed));

/** Sealed values inside a document stand under the name of their column. */
function resealWithin(vault: Vault, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resealWithin(vault, one));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' && key.endsWith('_sealed')
        ? resealOne(vault, key.slice(0, -'_sealed'.length), one)
        : resealWithin(vault, one),
    ]),
  );
}
