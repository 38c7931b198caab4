import type { Scene } from './scene';

/** What everybody hears whom the bot knows. */

export const WHO = [
  '我是法院的聊天助手，是程序，不是人。',
  '不放心就查一查：打开小程序，看“在聊天里办事”，里面有这个聊天；也可以打 12368 问。',
  '我不收钱，也不问密码。',
].join('\n');

export const UNBIND = '换手机或者不用了，请打开小程序，在“在聊天里办事”里点“解除绑定”。';

export const GREETING = '您好。看手上的事，回“待办”；不会用，回“帮助”。';

export async function setQuiet(scene: Scene, muted: boolean): Promise<string> {
  await scene.person!('mute-chat', { muted }, scene.key('mute'));
  return muted ? '好，平常的消息不再发到这里，急事还会发。\n想恢复，回“取消静音”。' : '好，消息照常发给您。';
}

export const ONLY_WORDS = '我只看得懂文字。照片和语音请在小程序里传，或者打字告诉我。';
