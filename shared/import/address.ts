import { compact } from './cells';
import type { AreaTable } from './types';

export interface AddressMatch {
  villageId: string | null;
  townId: string | null;
  /** Where nothing is certain: the villages that it could be, best first. */
  candidates: string[];
}

interface Hit {
  id: string;
  townId: string;
  from: number;
  to: number;
}

const NOWHERE: AddressMatch = { villageId: null, townId: null, candidates: [] };
/** 「某县」 or 「某区」 as a level of its own; 社区, 小区 and 开发区 are places inside one. */
const COUNTY_LEVEL = /(?:^|省|市|州|盟|自治区)([^省市州盟县区镇乡村街路]{1,6}(?:自治县|县|区))/g;
const NOT_A_COUNTY = /(?:社|小|园|库|景|厂|发|新|校|片|住宅|工业)区$/;

const VILLAGE_LIKE = /^\p{Script=Han}{1,11}?(?:自然村|村|社区|庄|湾|坞|埭|里|街|路|组|队)/u;

/** Finds village and town by the county's own table. The longest name wins; a tie is nobody's. */
export function matchAddress(address: string, areas: AreaTable): AddressMatch {
  const text = plain(address);
  if (isElsewhere(text, areas.county)) return NOWHERE;
  const villages = longest(hits(text, areas.villages));
  const towns = outside(townHits(text, areas), villages);
  const townIds = distinct(towns.map(({ id }) => id));
  const inTown = townIds.length ? villages.filter(({ townId }) => townIds.includes(townId)) : villages;
  const villageIds = distinct(inTown.map(({ id }) => id));
  const townId = townIds.length === 1 ? townIds[0]! : null;
  if (villageIds.length === 1)
    return { villageId: villageIds[0]!, townId: inTown[0]!.townId, candidates: [] };
  const candidates = villageIds.length ? villageIds : distinct(villages.map(({ id }) => id));
  return { villageId: null, townId, candidates };
}

/** The piece of an unmatched address that a clerk may remember as another name of a village. */
export function villagePiece(address: string, areas: AreaTable): string | null {
  const text = plain(address);
  const towns = townHits(text, areas);
  const after = text.slice(Math.max(0, ...towns.map(({ to }) => to)));
  return VILLAGE_LIKE.exec(after.replace(/^.*?(?:省|市|县|镇|乡|街道)(?=\p{Script=Han})/u, ''))?.[0] ?? null;
}

const townHits = (text: string, { towns }: AreaTable): Hit[] =>
  longest(
    hits(
      text,
      towns.map((town) => ({ ...town, townId: town.id })),
    ),
  );

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

function hits(
  text: string,
  places: { id: string; townId: string; name: string; aliases: string[] }[],
): Hit[] {
  return places.flatMap(({ id, townId, name, aliases }) =>
    [name, ...aliases].flatMap((word) => {
      const from = text.indexOf(word);
      return from < 0 ? [] : [{ id, townId, from, to: from + word.length }];
    }),
  );
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
