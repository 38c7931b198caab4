/** Why a text may not stand in a group chat. */
export type GroupTextFault =
  | 'hidden-character'
  | 'case-number'
  | 'amount'
  | 'number'
  | 'enforcement-word'
  | 'link'
  | 'name-or-word';

export interface GroupCounts {
  /** Tasks that are open. */
  open: number;
  /** Those of them that should have been done. */
  overdue: number;
}

/** The weekly digest of a group: counts, and where to look. `site` is the court's address, without any token. */
export function digestText({ open, overdue }: GroupCounts, site: string): string {
  const late = overdue > 0 ? `，其中 ${overdue} 件已超期` : '';
  return `本周待办 ${count(open)} 件${late}，请在小程序查看：${site}`;
}

/** The one urgent message that a group may get in a day. */
export function urgentText({ open }: Pick<GroupCounts, 'open'>, site: string): string {
  return `今天有 ${count(open)} 件待办要办，请在小程序查看：${site}`;
}

/** A count longer than three digits would be refused; nobody needs it to know that it is much. */
const count = (many: number): string => (many > 999 ? '999' : String(many));

/**
 * Why this text must not be said in a group, or null when it may. Denied by default: what is neither a small count,
 * nor the court's own address, nor a word of the list below, is taken for a name, an address or a cause, and refused.
 */
export function groupTextFault(text: string, site: string): GroupTextFault | null {
  if (/[\p{Cf}\p{Co}\p{Cn}\p{M}]|[^\S \n]/u.test(text.replaceAll('\u3000', ' '))) return 'hidden-character';
  const plain = text.normalize('NFKC');
  const bare = withoutSite(plain, site);
  for (const [fault, pattern] of TELLING) if (pattern.test(bare)) return fault;
  return isOfKnownWords(bare) ? null : 'name-or-word';
}

/** The court's address counts as one word, wherever it stands alone. */
function withoutSite(text: string, site: string): string {
  return text
    .split(/(?<=[\s:,。;!?、]|^)(?=https?:)/u)
    .map((part) => (startsWithSite(part, site) ? part.slice(site.length) : part))
    .join('');
}

const startsWithSite = (part: string, site: string) =>
  part.startsWith(site) && /^\/?([\s,。;!、]|$)/u.test(part.slice(site.length));

/** The reasons that can be told; all else is a name or a word that nobody has allowed. */
const TELLING: readonly [GroupTextFault, RegExp][] = [
  ['link', /:\/\/|www\.|[a-z0-9-]+\.[a-z]{2,}/iu],
  ['case-number', /[([][^)\]]{0,3}\d{4}[^)\]]{0,3}[)\]]|\d\s*号|[民刑行执]\s*[初终督恢保异]/u],
  [
    'amount',
    /[¥$￡€]|\d[\d,]*\s*[元块万千百亿]|\d[.,]\d|[一二两三四五六七八九十百千万]+\s*[元块]|金额|欠款/u,
  ],
  ['number', /\d{4,}|\d[\s-]+\d/u],
  [
    'enforcement-word',
    /执行|失信|悬赏|老赖|拘留|罚款|限制|限高|查封|扣押|冻结|拍卖|强制|黑名单|曝光|判决|裁定|债务|债权|被告|原告|借贷|离婚/u,
  ],
];

/** Everything that our own sentences for groups are made of. Whoever writes a new sentence adds its words. */
const WORDS = [
  ...['本周', '今天', '今日', '明天', '已经', '现在', '尽快', '及时', '请', '您', '您好', '大家', '各位'],
  ...['待办', '事项', '任务', '提醒', '消息', '件', '条', '个', '项', '共', '还', '其中', '都', '没有', '有'],
  ...[
    '已超期',
    '超期',
    '快到期',
    '到期',
    '已收到',
    '收到',
    '已办',
    '未办',
    '要办',
    '办理',
    '办完',
    '了',
    '的',
  ],
  ...[
    '小程序',
    '工作台',
    '打开',
    '查看',
    '登录',
    '在',
    '到',
    '里',
    '和',
    '也',
    '不',
    '会',
    '就',
    '只',
    '可以',
  ],
  ...['私聊', '单独', '发给', '发消息', '回复', '帮助', '群里', '群聊', '说', '谈', '为了', '保护', '隐私'],
  ...['联络员', '网格员', '法院', '机器人', '我', '这里', '具体', '内容', '情况', '数量', '暂无', '无', '新'],
];

const LONGEST = Math.max(...WORDS.map((word) => word.length));
const KNOWN = new Set(WORDS);

/** Whether the text, without digits and marks, can be cut into known words. */
function isOfKnownWords(text: string): boolean {
  return text.split(/[\s\d,.。;:!?、~·「」()-]+/u).every(isCuttable);
}

function isCuttable(run: string): boolean {
  const reachable = [true];
  for (let end = 1; end <= run.length; end += 1) {
    reachable[end] = false;
    for (let begin = Math.max(0, end - LONGEST); begin < end && !reachable[end]; begin += 1) {
      reachable[end] = reachable[begin]! && KNOWN.has(run.slice(begin, end));
    }
  }
  return reachable[run.length]!;
}
