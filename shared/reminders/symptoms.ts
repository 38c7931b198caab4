/** What is wrong with sending, as `/healthz` and the alarm say it. Codes are for machines, words for people. */
export const SYMPTOMS = {
  'sweep-missing': '提醒程序超过五分钟没有正常跑完一轮',
  'sms-down': '短信通道连续失败超过十分钟',
  'subscribe-down': '微信订阅消息通道连续失败超过十分钟',
  'outbox-late': '有消息等了三十分钟以上还没有发出',
  'chat-down': '聊天机器人断线超过一分钟，聊天消息暂停发送',
} as const;

/** Nothing is wrong with the system, and somebody is to look at once. */
export const CALLS = {
  'chat-distress': '有人在聊天中可能遇到危险或情绪激动，请立即到「聊天转人工」接手',
} as const;

export type Symptom = keyof typeof SYMPTOMS;
export type AlarmKind = Symptom | keyof typeof CALLS;

const WORDS: Record<AlarmKind, string> = { ...SYMPTOMS, ...CALLS };

export const alarmWords = (kind: AlarmKind): string => WORDS[kind];

export const isAlarm = (code: string): code is AlarmKind => Object.hasOwn(WORDS, code);

/** One sentence for whoever is on duty; over again once it is over. */
export function symptomSentence(kind: AlarmKind, isOver: boolean): string {
  if (kind in CALLS)
    return isOver ? '【执前通】聊天中的紧急求助已有人接手。' : `【执前通】紧急：${WORDS[kind]}。`;
  return isOver ? `【执前通】已恢复：${WORDS[kind]}。` : `【执前通】告警：${WORDS[kind]}，请检查。`;
}

/** The stages of a sweep, as the court reads which of them failed. */
export const STAGE_WORDS: Record<string, string> = {
  'reclaim-notices': '收回中断的发送',
  'carrier-reports': '登记运营商回执',
  'escalate-tasks': '催办任务',
  'nudge-idle-visits': '提醒走访',
  'weekly-digest': '每周汇总',
  'plan-reminders': '安排提醒',
  'chat-failover': '聊天改发短信',
  'deliver-notices': '发送消息',
  'ask-carriers': '查询发送结果',
  'forget-reports': '清理回执',
  'forget-turns': '清理计数',
  'expire-imports': '清理导入内容',
  'anchor-audit': '审计留痕',
  'erase-expired': '到期清除个人信息',
};
