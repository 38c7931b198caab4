import type { AddressBook, AddressMatch } from './address';
import { finding } from './finding';
import type { RowCells } from './row-cells';

interface Place {
  villageId: string | null;
  townId: string | null;
}

const MOST_NAMED = 3;

/** Cases are split by 户籍 (seed 004); where that says nothing, by where papers reach the person. */
export function findPlace(
  row: RowCells,
  { household, service }: { household: string | null; service: string | null },
  book: AddressBook,
): Place {
  if (!household && !service) {
    noteMissing(row);
    return { villageId: null, townId: null };
  }
  const byHousehold = household ? book.match(household) : null;
  if (byHousehold?.villageId) return placeOf(byHousehold);
  const byService = service ? book.match(service) : null;
  if (byService?.villageId) return placeOf(byService);
  const best = [byHousehold, byService].find((match) => match?.townId || match?.candidates.length);
  row.note(
    household ? 'householdAddress' : 'serviceAddress',
    best?.candidates.length
      ? finding('address-several', { places: placeNames(best.candidates, book) })
      : finding('address-unmatched'),
  );
  return { villageId: null, townId: best?.townId ?? null };
}

/** Without such a column the report says so once, at the header; an address that was refused has its own line. */
function noteMissing(row: RowCells): void {
  const column = row.has('householdAddress') ? 'householdAddress' : 'serviceAddress';
  const empty = !row.text('householdAddress') && !row.text('serviceAddress');
  if (row.has(column) && empty) row.note(column, finding('address-missing'));
}

const placeOf = ({ villageId, townId }: AddressMatch): Place => ({ villageId, townId });

function placeNames(villageIds: string[], book: AddressBook): string {
  const names = villageIds.slice(0, MOST_NAMED).map(book.nameOf);
  return names.join('、') + (villageIds.length > MOST_NAMED ? '等' : '');
}
