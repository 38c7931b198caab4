import type { Role } from './roles';

/**
 * Every column that holds something of a person, with what it is for, who sees it, how it is shown, and how long it
 * is kept (个人信息保护法 6, 17, 19, 51). A test fails where a column, or a line of the log, carries one that is not here.
 */

/** What a person's time of keeping counts from. */
export type KeptFrom = 'case-ended' | 'import-checked' | 'account-closed' | 'given' | 'answered';

/** How somebody sees it: whole, by one of mask.ts, only after an action that leaves a reason, or nobody ever. */
export type Shown = 'whole' | 'mask-name' | 'mask-phone' | 'mask-id-number' | 'on-reveal' | 'never';

export interface PersonalField {
  /** What a citizen reads that it is. */
  what: string;
  /** What it is needed for. */
  purpose: string;
  /** The name bound into the seal; absent where the value is stored in clear. */
  seal?: string;
  /** Whose key the seal is of, where not of the system's own. */
  vault?: 'tips' | 'tipsters';
  /** Sealed values that stand inside a JSON document under names that end so. */
  sealsWithin?: '_sealed';
  seenBy: readonly (Role | 'whose-it-is' | 'carrier')[];
  shown: Shown;
  keep: { days: number; from: KeptFrom };
}

/** With the court's own file of the case; a court that keeps otherwise says so to its retention sweep. */
const WITH_THE_CASE = { days: 3 * 365, from: 'case-ended' } as const;
const WITH_THE_ACCOUNT = { days: 180, from: 'account-closed' } as const;
/** That the court answered, and what. */
const AFTER_ANSWER = { days: 3 * 365, from: 'answered' } as const;
const AFTER_ASKING = { days: 3 * 365, from: 'given' } as const;
const A_DAY = { days: 1, from: 'import-checked' } as const;

const COURT = ['judge', 'clerk', 'officer', 'chief'] as const;
const LIAISONS = ['village-liaison', 'town-liaison'] as const;
const PARTIES = ['obligor', 'obligee'] as const;

const name = (what: string, purpose: string): PersonalField => ({
  what,
  purpose,
  seenBy: [...COURT, ...LIAISONS, ...PARTIES],
  shown: 'mask-name',
  keep: WITH_THE_CASE,
});

const sealed = (
  seal: string,
  what: string,
  purpose: string,
  shown: Shown,
  more: Partial<PersonalField> = {},
): PersonalField => ({
  what,
  purpose,
  seal,
  shown,
  seenBy: [...COURT, ...LIAISONS, 'whose-it-is'],
  keep: WITH_THE_CASE,
  ...more,
});

/** A keyed hash: finds equal values, tells nothing to whoever lacks the key. */
const hash = (what: string, purpose: string, keep: PersonalField['keep'] = WITH_THE_CASE): PersonalField => ({
  what: `${what}（加密摘要）`,
  purpose,
  seenBy: [],
  shown: 'never',
  keep,
});

/** What people write in their own words may name anybody. */
const words = (
  what: string,
  purpose: string,
  seenBy: PersonalField['seenBy'],
  keep: PersonalField['keep'] = WITH_THE_CASE,
): PersonalField => ({ what, purpose, seenBy, shown: 'whole', keep });

const CALL = '提醒履行，联络本人';
const WHO = '核对是否本人，避免认错人';
const FIND = '按村分派，上门联络本人';
const STAFF = '署名办理记录，联络办理人员';
const RIGHTS = '答复本人查阅、更正、删除的申请';
const EXPORT = '批准导出，追查导出的去向';
const COUNT = '限制重复打扰与恶意尝试';
const NOTICE = '按申请执行人的申请公告征集线索';
const TIP = '核查线索，找到可供执行的财产';
const REWARD = '依法发放奖励，留存依据';

const DESK = ['tip-desk', 'chief'] as const;
/** As long as the court keeps what it paid for and why. */
const AFTER_TELLING = { days: 3 * 365, from: 'given' } as const;

/** What citizens tell, by the key of tips; nobody outside the desk sees it, and the debtor's side never. */
const told = (
  seal: string,
  what: string,
  purpose: string,
  seenBy: PersonalField['seenBy'] = DESK,
): PersonalField => ({ what, purpose, seal, vault: 'tips', seenBy, shown: 'whole', keep: AFTER_TELLING });

/** By `table.column`. */
export const PERSONAL_DATA: Record<string, PersonalField> = {
  'parties.name': name('当事人姓名或名称', '确定案件当事人，制作文书'),
  'parties.id_number_sealed': sealed('id_number', '身份证件号码', WHO, 'on-reveal'),
  'parties.id_number_index': hash('身份证件号码', WHO),
  'parties.phone_sealed': sealed('phone', '手机号码', CALL, 'on-reveal', {
    seenBy: [...COURT, ...LIAISONS, 'carrier', 'whose-it-is'],
  }),
  'parties.phone_index': hash('手机号码', CALL),
  'parties.other_phones_sealed': sealed('other_phones', '其他电话', CALL, 'never', {
    seenBy: ['whose-it-is'],
  }),
  'parties.service_address_sealed': sealed('service_address', '送达地址', FIND, 'whole'),
  'parties.household_address_sealed': sealed('household_address', '户籍地址', FIND, 'whole'),
  'parties.public_official': words('是否公职人员', '案件统计', ['whose-it-is']),
  'parties.contact_source': words('联系方式来源', '说明更正后的号码从何而来', COURT),

  'cases.judge_name': words('承办法官姓名', STAFF, [...COURT, ...PARTIES]),
  'cases.clerk_name': words('书记员姓名', STAFF, COURT),
  'cases.guarantee': words('担保情况', '办理案件', COURT),
  'cases.note': words('案件备注', '办理案件', COURT),

  'proxy_consents.proxy_name': words('代办人姓名', '证明代办经过本人同意', COURT),
  'proxy_consents.relation': words('代办人与本人的关系', '证明代办经过本人同意', COURT),
  'proxy_consents.note': words('代办说明', '证明代办经过本人同意', COURT),

  'visits.note': words('走访记录', '记录走访经过', [...COURT, ...LIAISONS]),
  'tasks.decline_reason': words('退回任务的理由', '改派任务', [...COURT, ...LIAISONS]),
  'undelivered.note': words('电话联络记录', '记录未送达消息的处理', COURT),
  'payments.note': words('付款说明', '核对付款', [...COURT, ...PARTIES]),
  'payments.decision_note': words('付款核对意见', '核对付款', [...COURT, ...PARTIES]),
  'plans.note': words('分期方案说明', '协商分期', [...COURT, ...PARTIES]),
  'plans.decision_note': words('分期方案意见', '协商分期', [...COURT, ...PARTIES]),
  'requests.text': words('异议或困难说明', '处理异议和困难', [...COURT, 'whose-it-is']),
  'requests.answer': words('法院答复', '处理异议和困难', [...COURT, 'whose-it-is']),
  'supervisions.ending_note': words('终止督促的理由', '记录终止督促的决定', COURT),
  'reveals.words': words('查看号码、地址的说明', '记录为什么查看遮住的信息', COURT),
  'feedback.text': words('意见反馈', '改进系统', ['admin', 'whose-it-is'], { days: 365, from: 'given' }),

  'data_requests.why': words('申请更正、删除的理由', RIGHTS, [...COURT, 'whose-it-is'], AFTER_ANSWER),
  'data_requests.wanted_sealed': sealed('data_request', '申请更正成的内容', RIGHTS, 'whole', {
    seenBy: [...COURT, 'whose-it-is'],
    keep: AFTER_ANSWER,
  }),
  'data_requests.answer': words('对申请的答复', RIGHTS, [...COURT, 'whose-it-is'], AFTER_ANSWER),

  'exports.why': words('导出案件的用途', EXPORT, [...COURT, 'whose-it-is'], AFTER_ASKING),
  'exports.search': words('导出案件的搜索词', EXPORT, [...COURT, 'whose-it-is'], AFTER_ASKING),
  'exports.answer': words('对导出申请的答复', EXPORT, [...COURT, 'whose-it-is'], AFTER_ASKING),

  'files.file_name': words('上传文件的名称', '辨认上传的文件', [...COURT, 'whose-it-is']),
  'import_batches.file_name': words('案件名册的名称', '辨认导入的名册', COURT),
  'import_batches.problems': words('名册中需要核对的内容', '导入前核对', COURT, WITH_THE_CASE),
  'import_batches.cases_sealed': sealed('import_cases', '名册中的案件', '导入前核对', 'whole', {
    seenBy: COURT,
    keep: A_DAY,
  }),
  'import_batches.sheet_sealed': sealed('import_sheet', '名册原表', '导入前核对', 'whole', {
    seenBy: COURT,
    keep: A_DAY,
  }),
  'import_changes.before': {
    what: '导入改动前的内容',
    purpose: '一日内撤回导入',
    sealsWithin: '_sealed',
    seenBy: [],
    shown: 'never',
    keep: { days: 1, from: 'import-checked' },
  },

  'accounts.name': words(
    '账号姓名',
    STAFF,
    [...COURT, ...LIAISONS, 'admin', 'whose-it-is'],
    WITH_THE_ACCOUNT,
  ),
  'accounts.phone_sealed': sealed('phone', '账号手机号码', STAFF, 'on-reveal', {
    seenBy: [...COURT, 'admin', 'carrier', 'whose-it-is'],
    keep: WITH_THE_ACCOUNT,
  }),
  'accounts.phone_index': hash('账号手机号码', STAFF, WITH_THE_ACCOUNT),
  'accounts.openid': {
    what: '微信用户标识',
    purpose: '从小程序登录，推送订阅消息',
    seenBy: ['carrier'],
    shown: 'never',
    keep: WITH_THE_ACCOUNT,
  },
  'credentials.login_name': words('登录名', '登录', ['admin', 'whose-it-is'], WITH_THE_ACCOUNT),
  'credentials.totp_secret_sealed': sealed('totp_secret', '动态口令密钥', '登录', 'never', {
    seenBy: [],
    keep: WITH_THE_ACCOUNT,
  }),
  'credentials.totp_next_sealed': sealed('totp_secret', '待启用的动态口令密钥', '登录', 'never', {
    seenBy: ['whose-it-is'],
    keep: WITH_THE_ACCOUNT,
  }),
  'sessions.device': words('登录设备', '由本人查看并结束登录', ['whose-it-is'], WITH_THE_ACCOUNT),
  'demo_personas.phone': words('演示号码（虚构）', '演示', ['admin'], WITH_THE_ACCOUNT),

  'answered.answer_sealed': sealed('answer', '已答复的提交', '重复提交时给出同一答复', 'whole', {
    seenBy: ['whose-it-is'],
    keep: { days: 7, from: 'answered' },
  }),
  'answered.input_hash': hash('已答复的提交', '重复提交时给出同一答复', { days: 7, from: 'answered' }),
  'attempts.subject': hash('尝试者', COUNT, { days: 1, from: 'given' }),
  'sign_in_failures.subject': hash('登录失败者', COUNT, { days: 1, from: 'given' }),
  'code_asks.phone_index': hash('手机号码', COUNT, { days: 1, from: 'given' }),
  'code_asks.ending_index': hash('证件号码后六位', COUNT, { days: 1, from: 'given' }),
  'turns.subject': hash('调用者', COUNT, { days: 1, from: 'given' }),
  'opt_outs.phone_index': hash('退订的号码', '不再向退订者发送短信', WITH_THE_ACCOUNT),
  'outbox.person': hash('收件人', COUNT, { days: 1, from: 'given' }),
  'told_today.person': hash('收件人', COUNT, { days: 1, from: 'given' }),
  'carrier_reports.phone_index': hash('回复者号码', '处理短信回复', { days: 30, from: 'given' }),
  'chat_bindings.user_sealed': sealed('chat_user', '聊天账号标识', '认出绑定的人，单独答复', 'never', {
    seenBy: ['carrier'],
    keep: WITH_THE_ACCOUNT,
  }),
  'chat_bindings.user_index': hash('聊天账号标识', '认出绑定的人', WITH_THE_ACCOUNT),
  'chat_codes.code_index': hash('一次性绑定码', '本人绑定聊天账号', { days: 1, from: 'given' }),
  'chat_groups.group_sealed': sealed('chat_group', '聊天群标识', '在登记的群里发送件数提醒', 'never', {
    seenBy: ['carrier', 'admin', 'chief'],
    keep: WITH_THE_ACCOUNT,
  }),
  'chat_groups.group_index': hash('聊天群标识', '认出登记的群', WITH_THE_ACCOUNT),
  'chat_handovers.text_sealed': sealed('chat_text', '转人工的聊天内容', '由法院人员接手答复', 'whole', {
    seenBy: ['judge', 'clerk', 'chief'],
    keep: { days: 180, from: 'given' },
  }),
  'chat_handovers.user_sealed': sealed('chat_user', '转人工的聊天账号', '由法院人员接手答复', 'never', {
    seenBy: [],
    keep: { days: 180, from: 'given' },
  }),
  'chat_inbox.message_index': hash('聊天消息编号', '同一消息只办一次', { days: 30, from: 'given' }),
  'bounty_notices.shown': {
    ...words('公告的被执行人姓名、所在乡镇', NOTICE, [...COURT, ...PARTIES]),
    shown: 'whole',
  },
  'bounty_notices.text': words('公告内容', NOTICE, [...COURT, ...PARTIES]),
  'bounty_notices.creditor_note': words('申请公告的说明', NOTICE, [...COURT, 'obligee']),
  'bounty_notices.note': words('对公告申请的答复', NOTICE, [...COURT, 'obligee']),

  'tips.content_sealed': told('tip_content', '群众提供的线索', TIP),
  'tips.note_sealed': told('tip_words', '给线索提供人的话', TIP, [...DESK, 'whose-it-is']),
  'tips.content_digest': hash('线索内容', '证明线索没有改动', AFTER_TELLING),
  'tips.code_hash': hash('收据码', '本人凭码查询', AFTER_TELLING),
  'tips.sender_index': hash('手机的随机编号', COUNT, AFTER_TELLING),
  'tip_photos.sender_index': hash('手机的随机编号', COUNT, AFTER_TELLING),
  'tip_blocks.sender_index': hash('手机的随机编号', COUNT, AFTER_TELLING),
  'tip_blocks.reason': words('暂停接收的理由', COUNT, DESK, AFTER_TELLING),
  'tip_messages.words_sealed': told('tip_words', '与线索提供人的问答', TIP, [...DESK, 'whose-it-is']),
  'tip_false_marks.reason': words('认定虚假的理由', TIP, DESK, AFTER_TELLING),
  'tip_exclusions.reason': words('回避的理由', '避免利害关系人接触线索', ['chief'], AFTER_TELLING),
  'tip_errands.orders_sealed': told('tip_orders', '派出的地点和要求', TIP, [...DESK, 'officer']),
  'tip_errands.note_sealed': told('tip_words', '现场情况', TIP, [...DESK, 'officer']),
  'tipsters.identity_sealed': {
    what: '线索提供人的身份和收款账户',
    purpose: REWARD,
    seal: 'tipster',
    vault: 'tipsters',
    seenBy: ['tip-custodian'],
    shown: 'on-reveal',
    keep: AFTER_TELLING,
  },
  'tip_checks.openid_sealed': {
    what: '微信标识',
    purpose: '由平台检查文字，两小时内清除',
    seal: 'tip_openid',
    vault: 'tipsters',
    seenBy: ['carrier'],
    shown: 'never',
    keep: { days: 1, from: 'given' },
  },
  'tipster_openings.words': words('申请打开身份的理由', REWARD, ['tip-custodian', 'chief'], AFTER_TELLING),
  'tipster_openings.note': words('对打开身份的答复', REWARD, ['tip-custodian', 'chief'], AFTER_TELLING),
  'rewards.basis': words('奖励的依据', REWARD, ['judge', 'chief'], AFTER_TELLING),
  'rewards.note': words('不发奖励的理由', REWARD, ['judge', 'chief', 'whose-it-is'], AFTER_TELLING),
  'rewards.dispute_sealed': told('tip_words', '对奖励的异议', REWARD, ['judge', 'chief', 'whose-it-is']),
  'rewards.dispute_answer': words('对异议的答复', REWARD, ['judge', 'chief', 'whose-it-is'], AFTER_TELLING),

  'access_codes.code_index': hash('一次性查询码', '本人凭码查询', { days: 7, from: 'given' }),
};

/** The sealed columns, as the rotation of keys walks through them. */
export const sealedColumns = (): { table: string; column: string; field: PersonalField }[] =>
  Object.entries(PERSONAL_DATA)
    .filter(([, field]) => field.seal ?? field.sealsWithin)
    .map(([at, field]) => {
      const [table, column] = at.split('.') as [string, string];
      return { table, column, field };
    });
