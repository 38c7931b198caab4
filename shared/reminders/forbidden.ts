/** Words of enforcement: before a case is filed nobody reads them, and in a short message nobody ever does. */
export const ENFORCEMENT_WORDS = [
  '被执行人',
  '失信',
  '悬赏',
  '老赖',
  '强制',
  '拘留',
  '拘传',
  '罚款',
  '限制消费',
  '限高',
  '查封',
  '扣押',
  '冻结',
  '拒不执行',
];

/** What must not stand in an SMS or a subscribe message: others read the lock screen, and numbers change hands. */
const PATTERNS: readonly [string, RegExp][] = [
  ['amount', /[¥￥]|人民币|\d[\d,.]*\s*[万千百]?\s*[元块角分](?!钟)/],
  ['case-number', /[（(〔[]\s*\d{4}\s*[）)〕\]]/],
  ['id-number', /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/],
  ['phone', /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/],
  ['cause', /纠纷|借贷|欠款|欠债|债务/],
  ['token-link', /https?:\/\/[^\s，。；）]*[/?#=][^\s，。；）]+/],
  ['payment-link', /付款链接|支付链接|扫码支付|点击付款|点击支付/],
  ['enforcement-word', new RegExp(ENFORCEMENT_WORDS.join('|'))],
];

/** What stands in a message that must not, by kind. `names` are the people whom it must not name. */
export function forbiddenIn(text: string, names: readonly string[] = []): string[] {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  return names.some((name) => text.includes(name)) ? [...found, 'name'] : found;
}
