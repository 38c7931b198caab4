/** What is wrong with sending, as `/healthz` and the alarm say it. Codes are for machines, words for people. */
export const SYMPTOMS = {
  'sweep-missing': '提醒程序超过五分钟没有正常跑完一轮',
  'sms-down': '短信通道连续失败超过十分钟',
  'subscribe-down': '微信订阅消息通道连续失败超过十分钟',
  'outbox-late': '有消息等了三十分钟以上还没有发出',
} as const;

export type Symptom = keyof typeof SYMPTOMS;

export const isSymptom = (code: string): code is Symptom => Object.hasOwn(SYMPTOMS, code);

/** One sentence for whoever is on duty; over again once it is over. */
export const symptomSentence = (symptom: Symptom, isOver: boolean): string =>
  isOver ? `【执前通】已恢复：${SYMPTOMS[symptom]}。` : `【执前通】告警：${SYMPTOMS[symptom]}，请检查。`;

/** The stages of a sweep, as the court reads which of them failed. */
export const STAGE_WORDS: Record<string, string> = {
  'reclaim-notices': '收回中断的发送',
  'carrier-reports': '登记运营商回执',
  'escalate-tasks': '催办任务',
  'nudge-idle-visits': '提醒走访',
  'weekly-digest': '每周汇总',
  'plan-reminders': '安排提醒',
  'deliver-notices': '发送消息',
  'ask-carriers': '查询发送结果',
  'forget-reports': '清理回执',
  'forget-turns': '清理计数',
  'expire-imports': '清理导入内容',
  'anchor-audit': '审计留痕',
  'erase-expired': '到期清除个人信息',
};
