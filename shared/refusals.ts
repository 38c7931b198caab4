/**
 * Every sentence with which the system says no. Each says what to do next; none carries personal data
 * or names an internal. `{name}` is filled in by the place that refuses.
 */
export const REFUSALS = {
  // The door
  'action-unknown': { status: 404, message: '没有这项功能，请更新到最新版本后再试。' },
  'sign-in-first': { status: 401, message: '请先登录，再办理这件事。' },
  'not-for-your-role': { status: 403, message: '您的身份不能办理这件事，如有疑问请拨打法院电话。' },
  'input-wrong': { status: 422, message: '{sentence}' },
  'input-incomplete': { status: 422, message: '填写的内容不完整（{field}），请补充后再提交。' },
  'idempotency-key-wrong': { status: 422, message: '提交编号不对，请返回上一页重新提交。' },
  'key-used-otherwise': { status: 409, message: '这份内容与先前提交的不一致，请返回上一页重新填写后提交。' },
  'court-not-set-up': { status: 503, message: '法院信息还没有设置，请联系管理员完成初始化。' },
  'not-found-or-not-yours': { status: 404, message: '没有找到这件事，或它不由您办理。请从首页重新进入。' },
  'status-forbids': {
    status: 409,
    message: '案件现在的状态是“{status}”，不能{what}。请刷新页面查看最新进展。',
  },
  // Proof of identity
  'access-code-mismatch': {
    status: 403,
    message: '查询码或证件号码后六位不对，或者查询码已经用过、过期。请核对短信，或点“重新获取查询码”。',
  },
  // Supervision
  'supervision-exists': {
    status: 409,
    message: '案件{caseNumber}已于{day}发起督促（{noticeNumber}），不必重复发起。',
  },
  'case-closed': { status: 409, message: '案件{caseNumber}{status}，不能再发起督促。' },
  'obligor-missing': { status: 409, message: '案件{caseNumber}没有义务人信息，请先补充后再发起督促。' },
  // Files
  'file-not-there': { status: 422, message: '照片没有传完整，请重新添加照片后再提交。' },
  // Money
  'payment-day-in-future': { status: 422, message: '支付日期不能晚于今天，请核对。' },
  'payment-day-too-early': {
    status: 422,
    message: '支付日期早于文书生效日，请核对；生效前已付的，请向法院说明。',
  },
  'consent-needed': { status: 422, message: '代他人办理，请先选明您与义务人的关系，以及他怎样同意的。' },
  // The law
  'holiday-year-unknown': {
    status: 503,
    message: '{year}年的放假安排还没有录入，期限暂时不能核定。请管理员导入国务院办公厅的放假通知（JSON 文件）后再办。',
  },
  'limit-looser-than-law': {
    status: 422,
    message: '节点“{name}”的期限不能比法定期限（{legal}）更宽，请改短后再保存。',
  },
  // Reading what people type
  'amount-unreadable': { status: 422, message: '金额看不清，请填数字，例如 5000 或 1234.50。' },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;
