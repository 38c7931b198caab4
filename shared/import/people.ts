import { type Finding, fails, finding, type Reading, reads } from './finding';

const BETWEEN = /[、，,；;\n|]+/;
/** A second person hides behind these words, and only a human being can say what he is to the case. */
const ROLE =
  /法定代表人|法人代表|负责人|经营者|投资人|代理人|监护人|继承人|曾用名|又名|别名|以下简称|担保人|保证人|配偶|妻子|丈夫/;
const AND_OTHERS = /等(?:[\d一二两三四五六七八九十]+)?(?:人|户|名|方)?$/;
const ORGANISATION =
  /公司|银行|信用社|合作社|合作联社|联社|支行|分行|中心|商行|商店|超市|经营部|工作室|事务所|厂$|店$|行$|社$|学校|医院|委员会|政府|局$|所$|集团|协会|基金|企业|合伙|农场|矿$|馆$|站$|院$|队$|部$|会$/;
const HAN_NAME = /^[\p{Script=Han}·•.]{2,}$/u;

export function looksLikeOrganisation(name: string): boolean {
  return name.length > 4 && ORGANISATION.test(name);
}

/** The names of a cell, one by one; nothing when a human being has to look. */
export function readNames(text: string): Reading<string[]> {
  const names = text.split(BETWEEN).map(tidyName).filter(Boolean);
  const wrong = names.map(whyNot).find(Boolean) ?? (names.length === 0 ? finding('name-unreadable') : null);
  if (wrong) return fails(wrong.code, wrong.details);
  return reads([...new Set(names)], ...(names.some(isAnonymous) ? [finding('name-anonymous')] : []));
}

/** A name keeps its letters as written; only blanks inside a Chinese name go. */
function tidyName(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim();
  const letters = trimmed.split(' ');
  return letters.every((letter) => Array.from(letter).length === 1) ? letters.join('') : trimmed;
}

function whyNot(name: string): Finding | null {
  const role = ROLE.exec(name) ?? AND_OTHERS.exec(name);
  if (role) return finding('name-with-role', { word: role[0] });
  if (/[*×＊]/.test(name)) return finding('name-masked');
  if (name.includes(' ') && name.split(' ').every((part) => HAN_NAME.test(part)))
    return finding('name-spaces');
  if (!looksLikeOrganisation(name) && !/^\p{L}[\p{L} ·•.'’-]+$/u.test(name))
    return finding('name-unreadable');
  return name.length > 100 ? finding('name-unreadable') : null;
}

const isAnonymous = (name: string): boolean => !looksLikeOrganisation(name) && /某/.test(name);
