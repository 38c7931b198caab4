/** The columns of a case list. Headers are matched by alias, in any order. */
export const COLUMNS = {
  caseNumber: {
    name: '案号',
    required: true,
    aliases: '案件编号 案件号 审判案号 原审案号 一审案号',
  },
  instrumentNumber: {
    name: '执行依据文号',
    aliases: '依据文号 文书号 文书文号 法律文书编号 文书编号 执行依据',
  },
  cause: { name: '案由', aliases: '案件案由 立案案由 结案案由' },
  creditor: {
    name: '权利人',
    required: true,
    aliases: '权利人姓名 权利人名称 债权人 原告 原告姓名 申请人 申请执行人 胜诉方',
  },
  creditorId: {
    name: '权利人证件号码',
    aliases: '权利人身份证号 权利人身份证号码 原告身份证号 原告证件号码 债权人证件号码 申请人证件号码',
  },
  creditorPhone: {
    name: '权利人电话',
    aliases: '权利人联系电话 原告电话 原告联系电话 债权人电话 申请人电话 权利人手机',
  },
  debtor: {
    name: '义务人',
    required: true,
    aliases: '义务人姓名 义务人名称 债务人 债务人姓名 被告 被告姓名 被申请人 被执行人 姓名 当事人',
  },
  debtorKind: {
    name: '义务人类型',
    aliases: '当事人类型 主体类型 被告类型 人员类型 债务人类型 类型',
  },
  debtorId: {
    name: '证件号码',
    required: true,
    // Some courts keep people's and companies' numbers in two columns.
    several: true,
    aliases:
      '证件号 身份证号 身份证号码 身份证 公民身份号码 义务人证件号码 义务人身份证号 被告身份证号 被告证件号码 证件号码/统一社会信用代码 身份证号/统一社会信用代码 统一社会信用代码 身份证号码/组织机构代码',
  },
  debtorPhone: {
    name: '联系电话',
    several: true,
    aliases:
      '电话 手机 手机号 手机号码 联系方式 电话号码 义务人电话 义务人联系电话 被告电话 备用电话 联系电话2',
  },
  serviceAddress: {
    name: '送达地址',
    aliases: '地址 联系地址 现住址 住址 居住地址 通讯地址 住所地 现居住地',
  },
  householdAddress: {
    name: '户籍地址',
    aliases: '户籍 户籍地 户籍所在地 户口所在地 身份证地址 户籍住址 注册地址',
  },
  principal: {
    name: '标的额',
    required: true,
    aliases: '标的 标的金额 执行标的 执行标的额 申请标的 判决金额 应履行金额 应付金额 给付金额 金额',
  },
  paid: {
    name: '已履行额',
    aliases: '已履行 已履行金额 已付金额 已付 已还金额 履行金额 到位金额',
  },
  instrumentType: {
    name: '文书类型',
    required: true,
    aliases: '法律文书类型 文书种类 执行依据类型 裁判文书类型 文书名称',
  },
  effectiveDay: {
    name: '生效日期',
    required: true,
    aliases: '生效日 文书生效日期 判决生效日期 生效时间 文书生效时间 裁判生效日期',
  },
  due: {
    name: '履行期限/分期',
    aliases:
      '履行期限 履行期间 履行期 分期 分期履行 履行截止日期 履行期限届满日 履行日期 还款期限 最后履行日 履行方式',
  },
  court: { name: '法院', aliases: '法院名称 承办法院 经办法院 审理法院 作出单位' },
  judge: { name: '承办人', aliases: '承办法官 法官 主办法官 审判员 审判长 主审法官' },
  judgePhone: { name: '承办人电话', aliases: '承办法官电话 法官电话 承办人联系电话 办公电话' },
  clerk: { name: '书记员', aliases: '书记员姓名 法官助理' },
  publicOfficial: {
    name: '是否公职人员',
    aliases: '公职人员 是否公职 是否为公职人员 是否国家工作人员',
  },
  coDebtors: {
    name: '共同义务人',
    aliases: '共同被告 共同债务人 其他义务人 其他被告 连带义务人',
  },
  guarantee: { name: '担保', aliases: '担保情况 担保人 保证人 抵押 担保物' },
  note: { name: '备注', aliases: '说明 备注说明 其他 备考' },
} as const satisfies Record<string, Column>;

interface Column {
  name: string;
  required?: boolean;
  /** Several columns may have this meaning. */
  several?: boolean;
  /** Other headers seen for it, separated by blanks. */
  aliases: string;
}

export type ColumnKey = keyof typeof COLUMNS;

export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];
export const isRequired = (key: ColumnKey): boolean => 'required' in COLUMNS[key];
