import type { Day } from '../day';
import type { BountyPromise } from '../law/bounty';
import type { Fen } from '../money';

/** From the creditor's application to its end (法释〔2017〕8号 21–24). */
export const BOUNTY_STATES = ['applied', 'drafted', 'published', 'refused', 'ended'] as const;
export type BountyState = (typeof BOUNTY_STATES)[number];

export const BOUNTY_STATE_WORDS: Record<BountyState, string> = {
  applied: '等法院决定',
  drafted: '已同意，公告待审核',
  published: '公告中',
  refused: '没有同意',
  ended: '已撤下',
};

/** Why a notice is no longer shown. */
export const BOUNTY_ENDINGS = ['expired', 'performed', 'order'] as const;
export type BountyEnding = (typeof BOUNTY_ENDINGS)[number];
export const BOUNTY_ENDING_WORDS: Record<BountyEnding, string> = {
  expired: '公告期限届满',
  performed: '已经全部履行',
  order: '法院决定撤下',
};

/** The articles speak of property; looking for a person needs a decision of its own, and is off without. */
export const SOUGHT = ['property', 'person'] as const;
export type Sought = (typeof SOUGHT)[number];
export const SOUGHT_WORDS: Record<Sought, string> = { property: '财产线索', person: '人员下落' };

/** Where the creditor wants it published; other media are at his own cost. */
export const BOUNTY_WAYS = ['online', 'court-board', 'village-board', 'media'] as const;
export type BountyWay = (typeof BOUNTY_WAYS)[number];
export const BOUNTY_WAY_WORDS: Record<BountyWay, string> = {
  online: '本院网上公告',
  'court-board': '法院公告栏张贴',
  'village-board': '被执行人住所地张贴',
  media: '其他媒体（费用由申请人承担）',
};

export const BOUNTY_MODES = ['share', 'fixed'] as const;

/** A promise as it is stored: a share in hundredths of a percent (0.01%), or a sum in fen. */
export interface StoredPromise {
  mode: (typeof BOUNTY_MODES)[number];
  shareBp: number | null;
  fixedFen: Fen | null;
  capFen: Fen | null;
}

/** The same as the law's arithmetic takes it. Throws a RangeError where the promise is incomplete. */
export function promiseOf({ mode, shareBp, fixedFen, capFen }: StoredPromise): BountyPromise {
  const cap = capFen === null ? {} : { cap: capFen };
  if (mode === 'share' && shareBp !== null)
    return { mode, share: { numerator: shareBp, denominator: 10_000 }, ...cap };
  if (mode === 'fixed' && fixedFen !== null) return { mode, amount: fixedFen, ...cap };
  throw new RangeError('a promise without its amount');
}

/** 1050 → 10.5%. */
export function showShare(shareBp: number): string {
  const rest = String(shareBp % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(shareBp / 100)}${rest && `.${rest}`}%`;
}

/** Who bears the sum: deducted from what the creditor gets, or paid by an insurer up to its cover. */
export const BOUNTY_PAYERS = ['creditor', 'insurer'] as const;
export type BountyPayer = (typeof BOUNTY_PAYERS)[number];

/** Shown at most so long without a new decision. */
export const LONGEST_NOTICE_DAYS = 365;
/** Whoever is under this age on the day of publication stands in no public notice. */
export const ADULT_AGE = 18;

/** Whether somebody born on this day is of age on `today`. */
export function isAdult(born: Day, today: Day): boolean {
  return `${Number(born.slice(0, 4)) + ADULT_AGE}${born.slice(4)}` <= today;
}

const NEVER_PUBLIC: readonly [RegExp, string][] = [
  [/(^|\D)1[3-9]\d{9}(?!\d)/, '手机号码'],
  [/(^|\D)\d{17}[\dXx](?!\d)/, '身份证件号码'],
  [/(^|\D)\d{16,19}(?!\d)/, '银行卡号'],
  [/\d+\s*(号楼|栋|幢|单元|室|弄)|(村|路|街|巷|道)\s*\d+\s*号/, '具体门牌地址'],
];

/**
 * What must not stand in a text that everybody reads, in words; nothing where it may be published. `others` are
 * names that belong to nobody whom the notice is about: the creditor's, an agent's.
 */
export function unpublishableIn(text: string, others: readonly string[]): string[] {
  const found = NEVER_PUBLIC.filter(([pattern]) => pattern.test(text)).map(([, words]) => words);
  return others.some((name) => name.length > 1 && text.includes(name))
    ? [...found, '申请执行人的姓名']
    : found;
}
