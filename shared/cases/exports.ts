import { CASE_STATUS_WORDS, type CaseStatus } from './case-status';

/** Lists of cases that leave the system: what can stand in them, who lets them go, how long they can be fetched. */

/** From the moment of the grant. */
export const EXPORT_HOURS = 24;
export const EXPORT_FETCHES = 3;
export const EXPORT_MOST_ROWS = 5000;

/** The columns of the file, in its order. */
export const EXPORT_COLUMNS = [
  'case-number',
  'cause',
  'status',
  'obligors',
  'obligor-phones',
  'obligor-id-numbers',
  'obligor-addresses',
  'obligees',
  'obligee-phones',
  'principal',
  'due-day',
  'town',
  'village',
  'team',
  'judge',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export const EXPORT_COLUMN_WORDS: Record<ExportColumn, string> = {
  'case-number': '案号',
  cause: '案由',
  status: '状态',
  obligors: '义务人',
  'obligor-phones': '义务人电话',
  'obligor-id-numbers': '义务人证件号码',
  'obligor-addresses': '义务人地址',
  obligees: '权利人',
  'obligee-phones': '权利人电话',
  principal: '本金（元）',
  'due-day': '履行期限',
  town: '乡镇',
  village: '村',
  team: '团队',
  judge: '承办法官',
};

/** What tells of a party: masked, unless it was asked for in clear and granted so. */
export const MASKABLE_COLUMNS = [
  'obligors',
  'obligor-phones',
  'obligor-id-numbers',
  'obligor-addresses',
  'obligees',
  'obligee-phones',
] as const satisfies readonly ExportColumn[];
export type MaskableColumn = (typeof MASKABLE_COLUMNS)[number];

/** 义务人、义务人电话. */
export const columnWords = (columns: readonly ExportColumn[]): string =>
  columns.map((column) => EXPORT_COLUMN_WORDS[column]).join('、');

export const EXPORT_STATES = ['asked', 'granted', 'refused'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Where an export stands now: a grant ends by time or by use. */
export const EXPORT_STANDINGS = ['asked', 'ready', 'refused', 'expired', 'used-up'] as const;
export type ExportStanding = (typeof EXPORT_STANDINGS)[number];
export const EXPORT_STANDING_WORDS: Record<ExportStanding, string> = {
  asked: '等待批准',
  ready: '可以下载',
  refused: '没有批准',
  expired: '已经过期',
  'used-up': '次数用完',
};

interface Standing {
  state: ExportState;
  expiresAt: Date | null;
  downloads: number;
}

/** At the very moment of its end a grant is over. */
export function exportStanding({ state, expiresAt, downloads }: Standing, now: Date): ExportStanding {
  if (state !== 'granted') return state;
  if (!expiresAt || now >= expiresAt) return 'expired';
  return downloads >= EXPORT_FETCHES ? 'used-up' : 'ready';
}

/** When a grant of this moment ends. */
export const exportExpiry = (granted: Date): Date => new Date(granted.getTime() + EXPORT_HOURS * 3_600_000);

interface Filter {
  status: CaseStatus | null;
  town: string | null;
  search: string | null;
}

/** 督促中，虹溪镇，含“民初1”; 全部案件 where nothing narrows it. */
export function exportFilterWords({ status, town, search }: Filter): string {
  const parts = [status && CASE_STATUS_WORDS[status], town, search && `含“${search}”`].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : '全部案件';
}

interface Mark {
  court: string;
  number: string;
  name: string;
  accountEnding: string;
  /** 2026年3月2日 09:00, in Asia/Shanghai. */
  at: string;
  why: string;
}

/** Who took this file out, when and what for: the first and the last row, and every printed page. */
export const exportMark = ({ court, number, name, accountEnding, at, why }: Mark): string =>
  `${court} ${number} ${name}（${accountEnding}）${at}导出，用途：${why}。含当事人信息，不得外传。`;
