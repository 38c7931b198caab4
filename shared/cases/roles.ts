export const COURT_ROLES = ['judge', 'clerk', 'officer', 'chief'] as const;
export const LIAISON_ROLES = ['village-liaison', 'town-liaison'] as const;
export const PARTY_ROLES = ['obligor', 'obligee'] as const;
/** Who keeps what citizens tell: the duty desk sees tips and no names, the custodian names on a second person's word. */
export const TIP_ROLES = ['tip-desk', 'tip-custodian'] as const;
export const ROLES = [
  ...COURT_ROLES,
  ...TIP_ROLES,
  ...LIAISON_ROLES,
  ...PARTY_ROLES,
  'admin',
  'bot',
] as const;

export type Role = (typeof ROLES)[number];

/** What a caller is to one case. `null` anywhere means: to him this case does not exist. */
export type Relation = 'court' | 'liaison' | 'obligor' | 'obligee';

export const ROLE_WORDS: Record<Role, string> = {
  judge: '法官',
  clerk: '书记员',
  officer: '执行团队',
  chief: '院领导',
  'tip-desk': '线索值班',
  'tip-custodian': '身份保管员',
  'village-liaison': '村联络员',
  'town-liaison': '镇联络员',
  obligor: '义务人',
  obligee: '权利人',
  admin: '系统管理员',
  bot: '聊天机器人',
};
