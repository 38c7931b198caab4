/**
 * Every sentence with which the system says no. Each says what to do next; none carries personal data
 * or names an internal. `{name}` is filled in by the place that refuses.
 */
export const REFUSALS = {
  // The door
  'action-unknown': { status: 404, message: '没有这项功能，请更新到最新版本后再试。' },
  'not-by-chat': { status: 403, message: '这件事不能在聊天里办理，请打开小程序办理。' },
  'sign-in-first': { status: 401, message: '请先登录，再办理这件事。' },
  'not-for-your-role': { status: 403, message: '您的身份不能办理这件事，如有疑问请拨打法院电话。' },
  'input-wrong': { status: 422, message: '{sentence}' },
  'input-incomplete': { status: 422, message: '填写的内容不完整（{field}），请补充后再提交。' },
  'input-unreadable': { status: 422, message: '内容里有显示不出来的字符，请删去后重新填写再提交。' },
  'prove-work': {
    status: 429,
    message: '现在从您这个网络访问的人很多，请过几分钟再试，也可以致电法院办理。',
  },
  'too-often': { status: 429, message: '操作太频繁了，请等 {seconds} 秒再试。' },
  'idempotency-key-wrong': { status: 422, message: '提交编号不对，请返回上一页重新提交。' },
  'key-used-otherwise': { status: 409, message: '这份内容与先前提交的不一致，请返回上一页重新填写后提交。' },
  'court-not-set-up': { status: 503, message: '法院信息还没有设置，请联系管理员完成初始化。' },
  'not-found-or-not-yours': { status: 404, message: '没有找到这件事，或它不由您办理。请从首页重新进入。' },
  'status-forbids': {
    status: 409,
    message: '案件现在的状态是“{status}”，不能{what}。请刷新页面查看最新进展。',
  },
  'path-unknown': { status: 404, message: '没有这个页面。请从法院发给您的网址重新进入。' },
  'method-wrong': { status: 405, message: '这个地址要用 POST 方式调用，请改正后再试。' },
  'json-unreadable': { status: 400, message: '提交的内容不是完整的 JSON，请检查后重新提交。' },
  'body-too-large': { status: 413, message: '提交的内容超过 1 MB。文字请精简，照片和清单请按文件上传。' },
  // Proof of identity
  'access-code-mismatch': {
    status: 403,
    message: '查询码或证件号码后六位不对，或者查询码已经用过、过期。请核对短信，或点“重新获取查询码”。',
  },
  'id-number-on-file': {
    status: 409,
    message: '这位当事人已经登记过证件号码，这里不能改。确有错误的，请核对原件后重新导入。',
  },
  'id-number-wrong': { status: 422, message: '证件号码不对，请对照证件原件重新填写。' },
  // Signing in, accounts and roles
  'sign-in-wrong': {
    status: 403,
    message: '登录名、密码或验证码不对，请核对后再试。手机不在身边的，验证码处可以填一个备用码。',
  },
  'sign-in-too-often': {
    status: 429,
    message: '输错的次数多了，请等 {wait}再试。忘了密码，请联系本院管理员重置。',
  },
  'bot-secret-wrong': { status: 403, message: '机器人的编号或密钥不对，请核对后重新启动。' },
  'chat-code-wrong': {
    status: 403,
    message: '绑定码不对，或者已经用过、过期。请在小程序里重新获取一个，再发给我。',
  },
  'chat-not-bound': { status: 409, message: '您还没有绑定聊天账号，请先获取绑定码，再发给机器人。' },
  'chat-unknown': { status: 404, message: '没有找到这个聊天账号，或它已经解除。请刷新后查看。' },
  'handover-unknown': { status: 404, message: '没有找到这条聊天记录，请刷新后再看。' },
  'handover-taken': { status: 409, message: '这条已经由同事接手了，请刷新后查看。' },
  'chat-sender-missing': { status: 422, message: '缺少是谁写来的，请补充后再提交。' },
  'chat-group-taken': { status: 409, message: '这个群已经登记过，请在名单里修改。' },
  'chat-group-unknown': { status: 404, message: '没有找到这个群，请刷新名单后再选。' },
  'session-over': { status: 401, message: '登录已经结束，请重新登录。' },
  'set-up-first': { status: 403, message: '请先修改密码、绑定手机验证码，再办理业务。' },
  'password-wrong': { status: 403, message: '现在的密码不对，请重新填写。' },
  'password-not-yours': { status: 409, message: '您不是用密码登录的，不用办理这一步。请返回首页。' },
  'code-wrong': {
    status: 403,
    message: '验证码不对，或者已经用过。请等手机上换出下一组数字，再填一次。',
  },
  'set-up-not-begun': { status: 409, message: '请先扫描二维码，再填手机上的六位数字。' },
  'account-unknown': { status: 404, message: '没有找到这个账号，请刷新名单后再选。' },
  'login-name-taken': { status: 409, message: '这个登录名已经有人用了，请换一个。' },
  'login-name-needed': { status: 422, message: '这个账号还没有登录名，请先填写登录名，再重置密码。' },
  'own-account': { status: 409, message: '不能停用自己的账号，请由另一位管理员办理。' },
  'grant-place-wrong': { status: 422, message: '{role}要{place}，请改正后再保存。' },
  'grant-days-wrong': { status: 422, message: '结束日期不能早于开始日期，也不能早于今天，请核对。' },
  'grant-exists': { status: 409, message: '他已经有这个身份，不必重复登记。要改日期，请先结束原来的。' },
  'grant-unknown': { status: 404, message: '没有找到这个身份，或它已经结束。请刷新名单查看。' },
  'last-admin': { status: 409, message: '这是本院最后一位管理员，请先登记另一位，再办理。' },
  'hand-over-nothing': {
    status: 409,
    message: '您的身份看得到全院的案件，同事也一样，不用交接。具体事项请当面说明。',
  },
  'hand-over-not-to-him': {
    status: 409,
    message: '只能交给同一个镇街的联络员，或者本院执行团队的同事。请从名单里重新选择。',
  },
  'hand-over-days-wrong': {
    status: 422,
    message: '交接从今天或以后开始，最长六十天。请重新选择日期；更长的请管理员调整身份。',
  },
  'hand-over-twice': { status: 409, message: '这段时间您已经交给了别人，请先结束原来的交接。' },
  // Supervision
  'supervision-exists': {
    status: 409,
    message: '案件{caseNumber}已于{day}发起督促（{noticeNumber}），不必重复发起。',
  },
  'case-closed': { status: 409, message: '案件{caseNumber}{status}，不能再发起督促。' },
  'obligor-missing': { status: 409, message: '案件{caseNumber}没有义务人信息，请先补充后再发起督促。' },
  // Files
  'file-not-there': { status: 422, message: '照片没有传完整，请重新添加照片后再提交。' },
  'file-link-over': {
    status: 403,
    message: '这个文件地址不对，或已经过期。请返回上一页重新打开或重新上传。',
  },
  'file-size-wrong': { status: 422, message: '收到的文件与登记的大小不一致，请重新选择文件上传。' },
  'file-kind-wrong': { status: 422, message: '文件的内容与格式不符，请换成真正的照片或 PDF 再上传。' },
  'photo-unreadable': { status: 422, message: '这张照片打不开，或者尺寸太大。请重新拍一张，再上传。' },
  'file-already-there': { status: 409, message: '这个文件已经传过，不能换成别的内容。请重新添加文件。' },
  // A demonstration
  'persona-unknown': { status: 404, message: '没有这个演示人物，请从演示首页或手机墙的链接进入。' },
  'moment-unreadable': {
    status: 422,
    message: '时间看不懂，请按 2026-03-05 或 2026-03-05T09:00:00+08:00 这样填写。',
  },
  // Money
  'payment-day-in-future': { status: 422, message: '支付日期不能晚于今天，请核对。' },
  'payment-day-too-early': {
    status: 422,
    message: '支付日期早于文书生效日，请核对；生效前已付的，请向法院说明。',
  },
  'payment-twice': {
    status: 409,
    message: '{day}已经登记过一笔{amount}元，不必重复登记。如果确实付了两笔，请在说明里写“第二笔”再提交。',
  },
  'payment-state-forbids': {
    status: 409,
    message: '这笔履行的状态是“{state}”，不能{what}。请刷新页面查看最新进展。',
  },
  'evidence-needed': { status: 422, message: '法院代为确认，请写明依据，例如到账凭证或与权利人的谈话笔录。' },
  'only-obligee-waives': {
    status: 422,
    message: '其余款项不再要求，只能由权利人自己表示。请先确认这一笔，再由权利人办理。',
  },
  'acts-for-both-sides': {
    status: 409,
    message: '您在这件案件里同时代表双方，不能替对方答复。请由对方本人办理，或拨打法院电话。',
  },
  'as-of-out-of-range': { status: 422, message: '只能算{from}到{to}之间的日子，请重新选择日期。' },
  'nothing-owed': { status: 409, message: '按已确认的履行，现在没有应付的款项，不必分期。' },
  'plan-days-not-rising': { status: 422, message: '第{nth}期的日期要晚于前一期，请调整日期。' },
  'plan-day-past': { status: 422, message: '第一期的日期已经过去，请从今天或以后的日期开始。' },
  'plan-too-long': { status: 422, message: '最后一期超过了十年，请核对年份。' },
  'plan-sum-short': {
    status: 422,
    message: '各期合计{sum}元，比现在应付的{owed}元少{by}元，请调整各期金额。',
  },
  'plan-sum-over': {
    status: 422,
    message: '各期合计{sum}元，比现在应付的{owed}元多{by}元，请调整各期金额。',
  },
  'plan-state-forbids': {
    status: 409,
    message: '这个方案的状态是“{state}”，不能再答复。请刷新页面查看最新进展。',
  },
  'plan-own': { status: 409, message: '这是您这一方提出的方案，要由对方答复。想修改可以重新提出一个方案。' },
  'plan-out-of-date': {
    status: 409,
    message: '方案第一期的日期已经过去，请双方商量后重新提出一个方案。',
  },
  // Requests, contacts, the road to enforcement
  'request-decided': { status: 409, message: '这件事已经答复（{state}），不必重复办理。请刷新页面查看。' },
  'request-open': {
    status: 409,
    message: '您提出的{kind}法院正在处理，请等答复；要补充材料，请拨打法院电话。',
  },
  'data-request-open': {
    status: 409,
    message: '同样的申请法院正在处理，请等答复；要补充，请拨打法院电话。',
  },
  'data-request-decided': {
    status: 409,
    message: '这项申请已经答复（{state}），不必重复办理。请刷新页面查看。',
  },
  'data-request-too-often': {
    status: 429,
    message: '您今天已经提了多次，请明天再提，急事请拨打法院电话。',
  },
  'data-request-own': { status: 409, message: '这是您自己提的申请，请由另一位法官或院领导答复。' },
  'data-field-wrong': { status: 422, message: '账号里没有地址。地址写错的，请在案件那一栏申请更正。' },
  'data-value-needed': { status: 422, message: '部分同意更正的，请写明改成什么。' },
  'enforcement-not-yet': {
    status: 409,
    message: '履行期限还没有届满，从{day}起可以申请执行。在此之前可以继续在这里查看履行进展。',
  },
  'filed-day-wrong': {
    status: 422,
    message: '立案日期应在文书生效之后、不晚于今天，请核对。',
  },
  'phone-refused-by-holder': {
    status: 409,
    message: '这个号码的机主表示不是本人或要求停止接收，请换一个号码，或者当面联系。',
  },
  'id-number-missing': {
    status: 409,
    message: '这位当事人没有证件号码，查询码没有办法核对身份。请先在案件表里补充证件号码。',
  },
  'certificate-not-issued': {
    status: 404,
    message: '这件案件还没有自动履行证明书。执行立案前全部履行并经确认后，会自动出具。',
  },
  'certificate-not-found': {
    status: 404,
    message: '没有查到这份证明书，请核对编号和验真码；仍查不到，请拨打法院电话核实。',
  },
  'feedback-too-often': { status: 429, message: '您今天已经提交多次，请明天再写，急事请拨打法院电话。' },
  'upload-not-yours': { status: 403, message: '您的身份不能上传这类文件，如有疑问请拨打法院电话。' },
  'upload-kind-wrong': { status: 422, message: '这里只能上传{kinds}，请重新选择文件。' },
  'upload-too-many': { status: 429, message: '您今天上传的文件太多了，请明天再传，急事请拨打法院电话。' },
  'consent-needed': { status: 422, message: '代他人办理，请先选明您与义务人的关系，以及他怎样同意的。' },
  // Notices and tips
  'bounty-not-filed': { status: 409, message: '这件案件还没有执行立案，立案以后才能申请公告征集线索。' },
  'bounty-open': { status: 409, message: '这件案件已经有一份公告在办理或正在发布，不必重复申请。' },
  'bounty-decided': { status: 409, message: '这份公告现在是“{state}”，不能这样办理。请刷新页面查看。' },
  'bounty-own': { status: 409, message: '公告内容是您拟写的，要由另一位法官或院领导审核。' },
  'bounty-person': {
    status: 422,
    message: '征集人员下落要有法院的书面决定，请填写文书号；没有的，只能征集财产线索。',
  },
  'bounty-text-wrong': { status: 422, message: '公告里不能写{what}，请删去后再提交。' },
  'bounty-debtor-minor': {
    status: 422,
    message: '被公告的人未满十八周岁，或没有登记出生日期，不能公开。请改用其他方式查找。',
  },
  'bounty-debtor-many': { status: 422, message: '公告要写明一位义务人，这件案件没有登记。请先补充当事人。' },
  'bounty-day-wrong': { status: 422, message: '公告期限从明天起，最长一年。请重新选择日期。' },
  'bounty-unknown': { status: 404, message: '没有找到这份公告，它可能已经撤下。请回到公告列表查看。' },
  'tip-blocked': {
    status: 403,
    message: '暂时不能从这部手机提交。确有急事，请拨打法院电话或到法院当面说明。',
  },
  'tip-too-often': { status: 429, message: '今天提交得太多了，请明天再来。急事请拨打法院电话。' },
  'tip-code-unknown': {
    status: 404,
    message: '没有找到这个收据码，请逐位核对。收据码丢失的，法院也查不到，请重新提供。',
  },
  'tip-photo-missing': { status: 422, message: '照片没有传完整，请重新添加照片后再提交。' },
  'tip-day-wrong': { status: 422, message: '看到的日期不能晚于今天，请核对。' },
  'tip-state-forbids': { status: 409, message: '这条线索现在是“{state}”，不能这样办理。请刷新页面查看。' },
  'tip-same-as-itself': { status: 422, message: '不能与自己合并，请选择另一条线索。' },
  'tip-not-accepted': { status: 409, message: '那条线索还没有采用，请先采用它，再合并。' },
  'tip-case-not-filed': {
    status: 409,
    message: '这件案件还没有执行立案，不能采用线索。请核对是不是这件案件。',
  },
  'tip-person-not-sought': {
    status: 409,
    message: '这件案件没有法院准许查找人员下落的公告，不能采用。请选择不采用，理由选“没有征集人员下落”。',
  },
  'tip-officer-wrong': { status: 422, message: '这位同事现在不能派出，请从名单里重新选择。' },
  'tip-marked': { status: 409, message: '您已经标记过，要由另一位同事再标记一次。' },
  'tip-reward-under-way': { status: 409, message: '这条线索的奖励正在办理，请先处理完奖励，再标记。' },
  'errand-state-forbids': { status: 409, message: '这次派出现在是“{state}”，不能这样答复。请刷新页面查看。' },
  'errand-note-needed': { status: 422, message: '去不了的，请写一句原因，值班同事好另外安排。' },
  'duty-wrong': { status: 422, message: '值班从现在或以后开始，最长二十四小时。请重新选择时间。' },
  'duty-unknown': { status: 404, message: '没有找到这一班，或它已经开始。请刷新页面查看。' },
  'figures-period-wrong': {
    status: 422,
    message: '起止日期不对：开始要早于结束，最长三年。请重新选择日期。',
  },
  'opening-none': { status: 404, message: '这条线索没有留下身份，没有可以打开的。' },
  'opening-open': { status: 409, message: '这条线索已经有一份申请在等审批，不必重复申请。' },
  'opening-own': { status: 409, message: '自己的申请不能自己批准，请由另一位审批人办理。' },
  'opening-decided': { status: 409, message: '这份申请已经答复过，请刷新页面查看。' },
  'opening-closed': {
    status: 403,
    message: '这份申请没有批准，或已经超过二十四小时。确有需要的，请重新申请。',
  },
  'reward-not-due': { status: 409, message: '{why}，不能发奖励。请核对后再办。' },
  'reward-exists': { status: 409, message: '这条线索的奖励已经在办理，不必重复提出。' },
  'reward-own': { status: 409, message: '您已经提出或审批过这笔奖励，请由另一位办理。' },
  'reward-state-forbids': { status: 409, message: '这笔奖励现在是“{state}”，不能这样办理。请刷新页面查看。' },
  'reward-none': { status: 409, message: '现在没有可以领取的奖励。批准以后，请再来填写。' },
  'reward-identity-wrong': { status: 422, message: '身份证号码不对，请对照证件逐位核对。' },
  'reward-paid-day-wrong': { status: 422, message: '发放日期不能晚于今天，也不能早于批准的日子，请核对。' },
  'reward-needs-opening': { status: 403, message: '发放前，请先申请打开身份，由审批人同意后再核对付款。' },
  'reward-dispute-none': { status: 409, message: '没有等待答复的异议，请刷新页面查看。' },
  'reward-dispute-open': { status: 409, message: '您已经提出异议，法院正在处理，请等答复。' },
  // Exports
  'export-empty': { status: 422, message: '没有符合条件的案件，请放宽条件再申请。' },
  'export-too-many': {
    status: 422,
    message: '符合条件的有 {cases} 件，一次最多导出 {most} 件，请按状态、乡镇或搜索词缩小范围。',
  },
  'export-own': { status: 409, message: '自己的申请不能自己批准，请由另一位法官或院领导办理。' },
  'export-decided': { status: 409, message: '这份申请已经答复过，请刷新清单查看。' },
  'export-clear-not-asked': { status: 422, message: '有的列没有申请明文，请只勾选申请里列出的。' },
  'export-of-another': { status: 403, message: '只有申请人本人能下载。您需要的，请自己申请。' },
  'export-not-decided': { status: 409, message: '还没有批准，请等另一位法官或院领导办理。' },
  'export-refused': { status: 409, message: '这份申请没有批准。确有需要的，请说明用途重新申请。' },
  'export-expired': { status: 410, message: '下载期限已过，请重新申请。' },
  'export-used-up': { status: 409, message: '下载次数已用完，请重新申请。' },
  // Liaisons and the court's desk
  'task-closed': { status: 409, message: '这个任务已经办结或退回，不用再办。请回到任务列表查看最新进展。' },
  'field-erased': {
    status: 410,
    message: '这一项已过保存期限，系统里已经清除。确有需要的，请查阅法院的案卷。',
  },
  'field-unknown': { status: 404, message: '这一项没有登记，请通过村里或权利人了解。' },
  'phone-unknown': { status: 404, message: '这位义务人没有登记手机号码，请上门或通过村里联系他。' },
  'visit-in-future': { status: 422, message: '走访时间晚于现在，请核对手机的日期和时间后再提交。' },
  'reminded-today': { status: 409, message: '今天已经提醒过一次，请明天再提醒，急事请直接打电话。' },
  'task-answered': { status: 409, message: '这个任务已经回报、退回或办结，不用再提醒。请刷新页面查看。' },
  'nobody-to-remind': {
    status: 409,
    message: '{place}还没有登记联络员，没有人可以提醒。请把任务改派给别的村，或请管理员登记联络员。',
  },
  'undelivered-handled': {
    status: 409,
    message: '这一条已经办过（{how}），不必再办。请刷新页面查看。',
  },
  'period-wrong': { status: 422, message: '起止日期不对：开始要早于结束，最长两年。请重新选择日期。' },
  'village-unknown': { status: 422, message: '没有找到这个村，请从列表里重新选择。' },
  'address-settled': { status: 409, message: '这位义务人已经归到{village}，不必重复办理。请刷新页面查看。' },
  'alias-taken': {
    status: 409,
    message: '“{alias}”已经是{village}的名称，记成别名会混淆。请换一个更具体的别名，或者不填别名。',
  },
  // Imports
  'case-list-not-there': { status: 422, message: '清单没有传完整，或已经检查过。请重新上传清单。' },
  'import-under-way': { status: 409, message: '本院正在导入另一份清单，请等它完成后再导入。' },
  'import-committed': {
    status: 409,
    message: '这份清单已经导入，原件没有保留。要再看问题，请看检查报告或重新上传。',
  },
  'import-expired': {
    status: 409,
    message: '这份清单检查后超过二十四小时没有导入，内容已经清除。请重新上传。',
  },
  'import-nothing-valid': { status: 422, message: '清单里没有可以导入的案件，请按报告改好后重新上传。' },
  'import-undo-too-late': {
    status: 409,
    message: '导入超过二十四小时，或已经撤销，不能再撤销。个别案件有误，请逐件办理。',
  },
  // The law
  'holiday-year-unknown': {
    status: 503,
    message:
      '{year}年的放假安排还没有录入，期限暂时不能核定。请管理员导入国务院办公厅的放假通知（npm run load-holidays）后再办。',
  },
  'law-settings-wrong': {
    status: 503,
    message: '本院的计算口径设置有误，金额暂时不能计算：{sentence}请管理员更正口径设置后再办。',
  },
  'limit-looser-than-law': {
    status: 422,
    message: '节点“{name}”的期限不能比法定期限（{legal}）更宽，请改短后再保存。',
  },
  // The court's own reminders
  'ladder-day-too-early': {
    status: 422,
    message: '新的提醒安排最早从 {day}起生效，今天已经发出的不会改变。请改日期后再保存。',
  },
  'ladder-wrong': { status: 422, message: '{sentence}' },
  'wording-wrong': { status: 422, message: '{sentence}' },
  'wording-unknown': { status: 404, message: '没有这条消息，请从列表里重新选择。' },
  // Case lists
  'case-list-too-large': { status: 413, message: '文件超过 10 MB，请分成几个文件，分别上传。' },
  'case-list-too-many-rows': {
    status: 422,
    message: '案件清单超过 {most} 行，请分成几个文件，分别上传。',
  },
  'case-list-unpacks-too-large': {
    status: 422,
    message: '文件解开后太大，不像案件清单。请把清单复制到新建的表格里，另存为 .xlsx 后再上传。',
  },
  'case-list-merge-too-large': {
    status: 422,
    message: '表里有特别大的合并单元格。请取消合并，或把清单复制到新建的表格里再上传。',
  },
  'case-list-password': {
    status: 422,
    message: '文件设了打开密码，系统读不了。请用 Excel 或 WPS 取消密码，保存后再上传。',
  },
  'case-list-old-excel': {
    status: 422,
    message: '这是旧版 .xls 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
  },
  'case-list-web-page': {
    status: 422,
    message: '这个文件其实是网页格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
  },
  'case-list-not-a-list': { status: 422, message: '只能上传 .xlsx 或 .csv 格式的案件清单，请换一个文件。' },
  'case-list-damaged': {
    status: 422,
    message: '文件损坏或没有传完整。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后重新上传。',
  },
  'case-list-letters-damaged': {
    status: 422,
    message: 'CSV 文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
  },
  'case-list-empty': { status: 422, message: '文件里没有内容，请选择有案件的清单再上传。' },
  'case-list-no-header': {
    status: 422,
    message:
      '前 10 行里没有找到表头。请写明列名：案号、权利人、义务人、证件号码、标的额、文书类型、生效日期，再上传。',
  },
  'case-list-columns-missing': {
    status: 422,
    message: '缺少必填的列：{columns}。请补上这些列，再重新上传。',
  },
  // Reading what people type
  'amount-unreadable': { status: 422, message: '金额看不清，请填数字，例如 5000 或 1234.50。' },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;
