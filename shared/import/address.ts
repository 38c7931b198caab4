import { compact } from './cells';
import type { AreaTable } from './types';

export interface AddressMatch {
  villageId: string | null;
  townId: string | null;
  /** Where nothing is certain: the villages that it could be. */
  candidates: string[];
}

/** The county's own table, laid out for finding its names in many addresses. */
export interface AddressBook {
  /** Village and town of an address. The longest name wins; a tie is nobody's. */
  match(address: string): AddressMatch;
  /** The piece of an unmatched address that a clerk may remember as another name of a village. */
  villagePiece(address: string): string | null;
  /** 虹溪镇宋家村 */
  nameOf(villageId: string): string;
}

interface Place {
  id: string;
  townId: string;
  word: string;
}

interface Hit {
  id: string;
  townId: string;
  from: number;
  to: number;
}

/** Names by their first two letters; a name of one letter would be found everywhere. */
type Names = Map<string, Place[]>;

const NOWHERE: AddressMatch = { villageId: null, townId: null, candidates: [] };
/** 「某县」 or 「某区」 as a level of its own; 社区, 小区 and 开发区 are places inside one. */
const COUNTY_LEVEL = /(?:^|省|市|州|盟|自治区)([^省市州盟县区镇乡村街路]{1,6}(?:自治县|县|区))/g;
const NOT_A_COUNTY = /(?:社|小|园|库|景|厂|发|新|校|片|住宅|工业)区$/;
const ABOVE_VILLAGE = /^.*?(?:省|市|县|镇|乡|街道)(?=\p{Script=Han})/u;
const VILLAGE_LIKE = /^\p{Script=Han}{1,11}?(?:自然村|村|社区|庄|湾|坞|埭|里|街|路|组|队)/u;

export function addressBook(areas: AreaTable): AddressBook {
  const villages = namesOf(areas.villages);
  const towns = namesOf(areas.towns.map((town) => ({ ...town, townId: town.id })));
  const townNames = new Map(areas.towns.map(({ id, name }) => [id, name]));
  const villageNames = new Map(
    areas.villages.map(({ id, name, townId }) => [id, `${townNames.get(townId) ?? ''}${name}`]),
  );
  return {
    nameOf: (villageId) => villageNames.get(villageId) ?? '',
    match(address) {
      const text = plain(address);
      if (isElsewhere(text, areas.county)) return NOWHERE;
      const villageHits = longest(hits(text, villages));
      return decide(villageHits, outside(longest(hits(text, towns)), villageHits));
    },
    villagePiece(address) {
      const text = plain(address);
      const after = text.slice(Math.max(0, ...longest(hits(text, towns)).map(({ to }) => to)));
      return VILLAGE_LIKE.exec(after.replace(ABOVE_VILLAGE, ''))?.[0] ?? null;
    },
  };
}

/** For one address; whoever has many opens the book once. */
export const matchAddress = (address: string, areas: AreaTable): AddressMatch =>
  addressBook(areas).match(address);
export const villagePiece = (address: string, areas: AreaTable): string | null =>
  addressBook(areas).villagePiece(address);

/** A town that is named narrows the villages down to its own. */
function decide(villages: Hit[], towns: Hit[]): AddressMatch {
  const townIds = distinct(towns.map(({ id }) => id));
  const inTown = townIds.length ? villages.filter(({ townId }) => townIds.includes(townId)) : villages;
  const villageIds = distinct(inTown.map(({ id }) => id));
  if (villageIds.length === 1) {
    return { villageId: villageIds[0]!, townId: inTown[0]!.townId, candidates: [] };
  }
  const candidates = villageIds.length ? villageIds : distinct(villages.map(({ id }) => id));
  return { villageId: null, townId: townIds.length === 1 ? townIds[0]! : null, candidates };
}

/** 宋家村村民委员会, 宋家行政村 and 宋家村委会 are all 宋家村. */
function plain(address: string): string {
  return compact(address)
    .replace(/村?村民委员会|村委会/g, '村')
    .replace(/行政村/g, '村')
    .replace(/社区居民委员会|社区居委会/g, '社区');
}

function isElsewhere(text: string, county: string | undefined): boolean {
  if (!county || text.includes(county)) return false;
  return [...text.matchAll(COUNTY_LEVEL)].some(([, name = '']) => !NOT_A_COUNTY.test(name));
}

function namesOf(places: { id: string; townId: string; name: string; aliases: string[] }[]): Names {
  const names: Names = new Map();
  for (const { id, townId, name, aliases } of places) {
    for (const word of [name, ...aliases].map(plain)) {
      const key = word.slice(0, 2);
      if (key.length === 2) names.set(key, [...(names.get(key) ?? []), { id, townId, word }]);
    }
  }
  return names;
}

function hits(text: string, names: Names): Hit[] {
  const found: Hit[] = [];
  for (let from = 0; from < text.length - 1; from++) {
    for (const { id, townId, word } of names.get(text.slice(from, from + 2)) ?? []) {
      if (text.startsWith(word, from)) found.push({ id, townId, from, to: from + word.length });
    }
  }
  return found;
}

/** 大桥头村 holds 桥头村: a name inside a longer one is not meant. */
function longest(all: Hit[]): Hit[] {
  return all.filter(
    (one) => !all.some((other) => covers(other, one) && other.to - other.from > one.to - one.from),
  );
}

/** A town's name inside a village's (虹溪社区) says nothing of the town. */
const outside = (towns: Hit[], villages: Hit[]): Hit[] =>
  towns.filter((one) => !villages.some((village) => covers(village, one)));

const covers = (outer: Hit, inner: Hit): boolean => outer.from <= inner.from && outer.to >= inner.to;
const distinct = (ids: string[]): string[] => [...new Set(ids)];
