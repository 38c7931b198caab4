import type { OutputOf } from '../../shared/actions';
import { Refused } from '../door';
import { askedForPerson, notUnderstood } from './hand-over';
import type { Scene } from './scene';

type Audience = OutputOf<'bind-chat'>['audience'];

const HOW_TO_BIND = [
  '要在这里办事，先绑定：打开法院短信里的小程序，进“在聊天里办事”，点“获取绑定码”，把六位数字发给我。',
  '找法院的人，回“人工”。',
].join('\n');
const HELLO = '您好，我是法院的聊天助手，是程序，不是人。';

/** Somebody whom the bot does not know hears nothing of anybody. */
export async function answerStranger(scene: Scene): Promise<string | null> {
  const [intent] = scene.intents;
  switch (intent?.kind) {
    case 'code':
      return tryCode(scene, intent.code);
    case 'topic':
      if (intent.topic === 'person') return askedForPerson(scene);
      if (intent.topic === 'who') return `${HELLO}\n我不收钱，也不问密码。不放心就打 12368 问一问。`;
      if (intent.topic === 'thanks') return '不客气。';
      if (intent.topic === 'wrong-person') return '要是短信发错了人，回“人工”，法院会核实。';
      return `${HELLO}\n${HOW_TO_BIND}`;
    case 'okay':
      return null;
    case 'unknown':
      return unclear(scene);
    default:
      return `我还不认识您，这句没有记。\n${HOW_TO_BIND}`;
  }
}

async function unclear(scene: Scene): Promise<string> {
  if (scene.talk.confused || scene.talk.handed > 0) return notUnderstood(scene);
  scene.talk.confused = true;
  return `${HELLO}\n${HOW_TO_BIND}`;
}

const BOUND: Record<Audience, string> = {
  liaison: '绑好了。看手上的事，回“待办”；不会用，回“帮助”。',
  obligor: '绑好了。看进展，回“我的案子”；找法院的人，回“人工”。',
  obligee: '绑好了。看进展，回“我的案子”；找法院的人，回“人工”。',
  staff: '绑好了。您的工作请在电脑的工作台上办，这里只能转人工。',
};

export async function tryCode(scene: Scene, code: string): Promise<string> {
  try {
    const { audience } = await scene.bot('bind-chat', {
      gateway: scene.gateway,
      from: scene.message.from,
      code,
    });
    // Perhaps another person now: nothing of what was said before is his.
    scene.talk.questions = [];
    scene.talk.told = null;
    return BOUND[audience];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (scene.person && error.code === 'chat-code-wrong') return STILL_BOUND;
    return error.sentence;
  }
}

const STILL_BOUND = '您已经绑定好了，不用再发绑定码。\n不会用，回“帮助”。';
