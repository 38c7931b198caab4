import type { ChannelName } from '../../../shared/reminders/weight';

export const CHANNEL_WORDS: Record<ChannelName, string> = { sms: '短信', subscribe: '微信提醒' };
