import type { NoticeStep } from './steps';

export const CHANNELS = ['sms', 'subscribe'] as const;
export type ChannelName = (typeof CHANNELS)[number];
/** By chat nobody is called: the bot comes and takes what is to be said. */
export type NoticeChannel = ChannelName | 'chat';

/**
 * How a message counts for the person who gets it. `ASKED`: he asked for it a moment ago, so it goes at any hour
 * and counts for nothing. `URGENT`: something is due from him. `NEWS`: something happened in his case. Of the last
 * two at most one each a day, for all of a person's cases together.
 */
export const ASKED = 0;
export const URGENT = 1;
export const NEWS = 2;
export type Weight = typeof ASKED | typeof URGENT | typeof NEWS;

export function weightOf(step: NoticeStep): Weight {
  if (step === 'access-code') return ASKED;
  return /^(started|due|before-|after-|instalment-|task-|visit-)/.test(step) ? URGENT : NEWS;
}
