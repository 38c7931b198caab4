/** What became of a message that no carrier could deliver. */

/** What a person of the court did about it. */
export const HANDLINGS = ['told', 'number-changed', 'visited', 'left'] as const;
export type Handling = (typeof HANDLINGS)[number];
export const HANDLING_WORDS: Record<Handling, string> = {
  told: '电话告知了',
  'number-changed': '号码变了',
  visited: '上门告知了',
  left: '先不处理',
};

const BY_ITSELF: Record<string, string> = {
  'delivered-later': '后来收到了送达回执',
  'case-ended': '案件已经结束，不用再打',
};

/** How it was handled, in words. */
export const handlingWords = (handling: string): string =>
  HANDLING_WORDS[handling as Handling] ?? BY_ITSELF[handling] ?? handling;

/** How the course of the case tells of it. */
export const HANDLING_COURSE: Record<Handling, string> = {
  told: '有提醒没有送到一方，法院打电话告知了',
  'number-changed': '有提醒没有送到一方，法院更正了号码',
  visited: '有提醒没有送到一方，已上门告知',
  left: '有提醒没有送到一方，法院看过，先不处理',
};
