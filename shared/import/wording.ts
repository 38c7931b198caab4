import type { Level } from './types';

/**
 * Every sentence of the row report. An error keeps the whole case out; a warning lets it in and asks for a
 * look; a correction says what was changed. `{name}` is filled in by the rule that found it.
 */
export const FINDINGS = {
  // The cell
  'cell-broken': ['error', '单元格是公式错误（{code}）', '请改成实际内容后重新上传'],
  'cell-too-long': ['error', '内容太长（{length}个字）', '请只填这一列要的内容'],
  'required-empty': ['error', '必填，但没有内容', '请补上“{column}”'],
  'date-in-wrong-place': ['error', '单元格是日期，不是{wanted}', '请把单元格格式改为文本后重填'],
  // The list
  'column-unknown': ['warning', '不认识这一列，没有导入', '需要导入的，请改用模板中的列名'],
  'column-twice': ['warning', '与前面的列含义相同，只读取前一列', '请删去多余的一列'],
  'sheet-hidden': ['warning', '隐藏的工作表没有导入', '需要导入的，请取消隐藏并单独上传'],
  'sheet-not-first': [
    'warning',
    '只读取工作表“{read}”，这张表没有导入',
    '需要导入的，请单独存成一个文件上传',
  ],
  'row-hidden': ['warning', '隐藏或被筛选掉的行没有导入', '需要导入的，请取消隐藏后重新上传'],
  'row-case-mate': [
    'error',
    '同一案件的第{row}行有错误，整个案件暂不导入',
    '改好第{row}行后，这一行会一起导入',
  ],
  'row-duplicate': ['warning', '与第{row}行的案号和证件号码相同，已合并', '请核对是否重复填写'],
  'case-conflict': ['error', '与同一案件第{row}行填写的“{other}”不一致', '同一案件的各行请填写相同内容'],
  'id-two-names': ['error', '证件号码与第{row}行相同，姓名却不同', '请核对姓名和证件号码'],
  'name-two-ids': ['warning', '与第{row}行同名同案，证件号码不同', '请核对是不是同一个人'],
  'id-other-name': ['warning', '证件号码在第{row}行属于另一个姓名', '请核对姓名和证件号码'],
  // 案号
  'case-number-masked': ['error', '案号被遮盖', '请填写完整案号'],
  'case-number-list': ['error', '一格里有{count}个案号', '请分成{count}行分别填写：{numbers}'],
  'case-number-unreadable': ['error', '看不出是案号', '请按“（2026）浙9999民初123号”的样子填写'],
  'case-number-year': ['error', '案号的年份晚于今年', '请核对案号'],
  'case-number-old': ['warning', '不是2016年起的标准案号，已按原文保留', '请核对案号'],
  'case-number-kind': ['warning', '案件类型“{kind}”不常见', '请核对案号'],
  'case-number-enforcement': ['warning', '这是执行案号，案件可能已经申请执行', '请核对是否仍需执前督促'],
  'case-number-rewritten': ['corrected', '已整理为 {number}', '请核对'],
  // 证件号码
  'id-lost-digits': ['error', '证件号码以数字存放，末几位已经丢失', '请把证件号码列设为文本后重填'],
  'id-masked': ['error', '证件号码被遮盖', '请填写完整证件号码'],
  'id-length': ['error', '证件号码是{length}位，应为18位', '请核对证件号码'],
  'id-date': ['error', '证件号码里的出生日期不存在', '请核对证件号码'],
  'id-checksum': ['error', '证件号码的校验位不对', '请核对证件号码，可能有一位填错'],
  'id-unreadable': ['error', '看不出是证件号码', '自然人填身份证号码，单位填统一社会信用代码'],
  'id-fifteen-wrong': ['error', '15位号码不是旧身份证号码', '请核对；单位请填18位统一社会信用代码'],
  'id-fifteen': ['warning', '15位旧身份证号码，已换算成18位', '请核对换算后的号码：{masked}'],
  'id-tail-zeros': ['warning', '号码末三位都是0，可能是表格软件丢失了末几位', '请与原件核对'],
  'id-foreign': ['warning', '不是身份证或统一社会信用代码，无法校验，已按原样导入', '请与原件核对'],
  'id-tidied': ['corrected', '已去掉多余的符号或改为大写', '请核对'],
  'kind-conflict': ['error', '填写的是“{kind}”，证件号码却不是', '请核对义务人类型和证件号码'],
  'kind-name-conflict': [
    'error',
    '名称是单位，证件号码是个人的',
    '单位填统一社会信用代码；个体工商户可填经营者姓名和身份证号码，类型填自然人',
  ],
  'kind-unknown': ['warning', '义务人类型看不懂，已按证件号码判断', '请填“自然人”或“单位”'],
  // 标的额、已履行额
  'amount-with-more': ['error', '金额之外还有别的内容', '本列只填确定的数额，利息等写在备注里'],
  'amount-not-sure': ['error', '金额不确定（{word}）', '请填确定的数额'],
  'amount-foreign': ['error', '不是人民币金额', '请折合成人民币填写'],
  'amount-unreadable': ['error', '金额看不懂', '请填数字，例如 125000 或 12.5万元'],
  'amount-too-large': ['error', '金额过大', '请核对金额和单位'],
  'amount-negative': ['error', '金额是负数', '请核对金额'],
  'amount-zero': ['error', '标的额为零', '请填应给付的数额；没有给付金额的案件不能按清单导入'],
  'amount-rounded': ['warning', '不足一分的部分已四舍五入，为{yuan}元', '请核对金额'],
  'amount-converted': ['corrected', '已读作{yuan}元', '请核对'],
  'column-in-wan': ['corrected', '这一列按万元换算成元', '请核对单位'],
  'amount-huge-in-wan': [
    'error',
    '表头单位是万元，折合{yuan}元，像是把元填成了万元',
    '请在格里写明单位，例如 125000元 或 12.5万元',
  ],
  'paid-too-much': ['error', '已履行额大于标的额', '请核对两个金额'],
  'paid-in-full': ['warning', '已履行额等于标的额，案件似已履行完毕', '请核对是否仍需督促'],
  // 日期
  'date-ambiguous': ['error', '日期有几种读法', '请按“2024-03-05”的样子填写'],
  'date-impossible': ['error', '没有这一天', '请核对日期'],
  'date-unreadable': ['error', '日期看不懂', '请按“2024-03-05”的样子填写'],
  'date-future': ['warning', '日期晚于今天', '请核对日期'],
  'date-long-ago': ['warning', '日期早于二十年前', '请核对日期'],
  'date-from-digits': ['corrected', '已读作{day}', '请核对'],
  // 履行期限/分期
  'due-unreadable': [
    'error',
    '履行期限看不懂',
    '请填一个日期；分期的写成“2026年4月5日付1万元；2026年5月5日付1万元”',
  ],
  'due-no-start': ['error', '分期没有写明从哪个月开始', '请写成“自2026年4月起每月5日前付1万元，共3期”'],
  'due-after-service': ['error', '履行期限从送达之日起算，清单里没有送达日', '请直接填写履行期限届满的日期'],
  'due-sum': ['error', '分期合计{sum}元，与标的额不一致', '请核对各期数额和标的额'],
  'due-order': ['error', '各期日期不是从早到晚', '请按先后顺序填写各期，写明年份'],
  'due-computed': ['corrected', '已换算为{day}届满', '请核对'],
  'due-rolled': ['corrected', '已换算为{day}届满（末日是休息日，顺延）', '请核对'],
  'due-uncertain': [
    'warning',
    '已换算为{day}届满，该年放假安排还没有录入，未考虑顺延',
    '请核对届满日；管理员用 npm run load-holidays 录入放假通知后，可重新上传',
  ],
  'due-year-unknown': [
    'error',
    '{year}年的放假安排还没有录入，按工作日算不出届满日',
    '请管理员用 npm run load-holidays 录入放假通知，或直接填写届满的日期',
  ],
  'due-instalments': ['corrected', '已读作{count}期，最后一期{day}', '请核对'],
  'due-before-effective': ['warning', '履行期限早于生效日期', '请核对两个日期'],
  // 权利人、义务人
  'name-with-role': ['error', '姓名之外还有“{word}”', '请只填姓名或单位全称，其他人各填一行'],
  'name-masked': ['error', '姓名被遮盖', '请填写完整姓名'],
  'name-unreadable': ['error', '看不出是姓名或单位名称', '请核对后重填'],
  'name-spaces': ['error', '一格里似有几个姓名，用空格隔开', '请用顿号隔开，或各填一行'],
  'name-anonymous': ['warning', '姓名像是化名', '请核对是不是真实姓名'],
  'people-uneven': ['error', '有{names}个姓名、{ids}个证件号码，对不上', '请每人填一行，或让两格一一对应'],
  'people-split': ['corrected', '一格里有{count}人，已按顺序拆开', '请核对姓名与证件号码的对应'],
  'people-phones-uneven': ['error', '有{names}个姓名、{phones}个电话，分不清是谁的', '请每人填一行'],
  'people-phones-paired': ['warning', '电话已按顺序分给{count}人', '请核对电话是谁的'],
  'people-addresses-uneven': ['error', '有{names}个姓名、{addresses}个地址，分不清是谁的', '请每人填一行'],
  'co-obligor-missing': ['warning', '共同义务人“{name}”没有自己的一行，没有导入', '请为其另填一行'],
  'official-unknown': ['warning', '看不懂是不是公职人员，没有导入', '请填“是”或“否”'],
  'instrument-unknown': ['warning', '不常见的文书类型', '请核对文书类型'],
  'instrument-completed': ['corrected', '已补全为“{type}”', '请核对'],
  // 电话
  'phone-unreadable': ['warning', '不是手机号码，没有导入', '请填11位手机号码'],
  'phone-masked': ['warning', '电话被遮盖，没有导入', '请填写完整号码'],
  'phone-landline': ['warning', '固定电话收不到短信，没有导入', '请补填手机号码'],
  'phone-of-another': ['warning', '电话注明“{whose}”，不是本人的，没有导入', '提醒只发给本人，请填本人号码'],
  'phone-lost-digits': ['warning', '电话末几位已经丢失，没有导入', '请把电话列设为文本后重填'],
  // 地址
  'address-unmatched': ['warning', '地址对不上本县的村、社区', '可以导入，导入后请在“待认领地址”里选定'],
  'address-no-column': [
    'warning',
    '清单没有户籍地址、送达地址，案件分不到村、社区',
    '请补上地址列，或导入后逐件选定',
  ],
  'address-missing': ['warning', '没有地址，分不到村、社区', '可以导入，导入后请在“待认领地址”里选定'],
  'address-several': ['warning', '地址可能是{places}', '可以导入，导入后请在“待认领地址”里选定'],
} as const satisfies Record<string, readonly [level: Level, problem: string, suggestion: string]>;

export type FindingCode = keyof typeof FINDINGS;

/** What the report says of a row as a whole. */
export const WHOLE_ROW = '整行';
export const WHOLE_SHEET = '工作表';

/** What the marked list says in its first column. */
export const MARKED = {
  column: '检查结果',
  ready: '可以导入',
  skipped: '不导入',
  levels: { error: '错误', warning: '提醒', corrected: '已修正' } satisfies Record<Level, string>,
};
