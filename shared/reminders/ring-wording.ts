/** Why somebody's telephone rings. The text says that something waits, never what or of whom: screens are read by others. */
export const RING_KINDS = ['desk', 'errand', 'approval', 'area-news'] as const;
export type RingKind = (typeof RING_KINDS)[number];

interface Words {
  /** The whole SMS but for its signature; {1} is the only variable. */
  sms: string;
  /** The two lines of a card, of at most twenty letters each. */
  card: readonly [string, string];
  page: string;
  /** A duty by day and night; everything else waits for the morning. */
  atNight: boolean;
}

const HOME = '/pages/home/index';

const WORDS: Record<RingKind, Words> = {
  desk: {
    sms: '您有新的值班待办，请尽快登录执前通查看。',
    card: ['新的值班待办', '请尽快登录查看'],
    page: HOME,
    atNight: true,
  },
  errand: {
    sms: '您有新的外勤待办，请尽快登录执前通查看。',
    card: ['新的外勤待办', '请尽快登录查看'],
    page: HOME,
    atNight: true,
  },
  approval: {
    sms: '有一项待办等您处理，请登录执前通查看。',
    card: ['一项待办等您处理', '请登录查看'],
    page: HOME,
    atNight: false,
  },
  'area-news': {
    sms: '您关注的{1}有新的公告，请打开执前通查看。',
    card: ['{1}有新的公告', '点开查看，可随时取消关注'],
    page: '/citizen/bounty-notices/index',
    atNight: false,
  },
};

export const ringsAtNight = (kind: RingKind): boolean => WORDS[kind].atNight;

/** The card that the court applies for, with the labels that people read. */
export const RING_CARD = { title: '待办提醒', fields: { thing1: '事项', thing2: '提示' } } as const;

/** The bodies of the SMS templates, as a carrier wants them filed. */
export const ringSmsTemplates = (): Record<string, string> =>
  Object.fromEntries(RING_KINDS.map((kind) => [`ring-${kind}`, WORDS[kind].sms]));

export interface RingWording {
  template: string;
  text: string;
  fields: Record<string, string>;
  page: string;
}

/** The message of a ring by this channel; `courtName` signs it. */
export function ringWording(
  kind: RingKind,
  channel: 'sms' | 'subscribe',
  { area }: { area?: string },
  courtName: string,
): RingWording {
  const { sms, card, page } = WORDS[kind];
  const filled = (text: string) => text.replace('{1}', area ?? '');
  if (channel === 'sms') {
    const fields: Record<string, string> = sms.includes('{1}') ? { area: area ?? '' } : {};
    return { template: `ring-${kind}`, text: `【${courtName}】${filled(sms)}`, fields, page };
  }
  const [thing1, thing2] = card.map(filled) as [string, string];
  return {
    template: 'ring',
    text: `【${courtName}】\n${thing1}\n${thing2}`,
    fields: { thing1, thing2 },
    page,
  };
}
