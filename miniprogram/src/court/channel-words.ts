import type { NoticeChannel } from '../../../shared/reminders/weight';

export const CHANNEL_WORDS: Record<NoticeChannel, string> = {
  sms: '短信',
  subscribe: '微信提醒',
  chat: '聊天消息',
};
