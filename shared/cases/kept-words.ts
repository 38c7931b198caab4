import type { PersonalField } from './personal-data';
import { COURT_ROLES, LIAISON_ROLES, PARTY_ROLES, ROLE_WORDS } from './roles';

type Reader = PersonalField['seenBy'][number];

const TOGETHER: readonly { readers: readonly Reader[]; words: string }[] = [
  { readers: COURT_ROLES, words: '承办法院' },
  { readers: LIAISON_ROLES, words: '负责您所在村、镇的联络员' },
  { readers: PARTY_ROLES, words: '案件双方' },
];

/** Who sees it, as a citizen reads it: 承办法院、案件双方. */
export function seenByWords({ seenBy }: Pick<PersonalField, 'seenBy'>): string {
  if (seenBy.length === 0) return '谁都看不到';
  const groups = TOGETHER.filter(({ readers }) => readers.every((reader) => seenBy.includes(reader)));
  const grouped = new Set(groups.flatMap(({ readers }) => readers));
  const others = seenBy.filter((reader) => !grouped.has(reader)).map(readerWords);
  return [...groups.map(({ words }) => words), ...others].join('、');
}

function readerWords(reader: Reader): string {
  if (reader === 'whose-it-is') return '您本人';
  return reader === 'carrier' ? '发送通知的短信或微信平台' : ROLE_WORDS[reader];
}

const SINCE: Record<PersonalField['keep']['from'], string> = {
  'case-ended': '案件办结后保存',
  'import-checked': '导入核对后保存',
  'account-closed': '账号停用后保存',
  given: '记录后保存',
  answered: '答复后保存',
};

/** How long it is kept: 案件办结后保存 3 年，到期清除. */
export function keepWords({ keep: { days, from } }: Pick<PersonalField, 'keep'>): string {
  const time = days % 365 === 0 ? `${days / 365} 年` : `${days} 天`;
  return `${SINCE[from]} ${time}，到期清除`;
}
