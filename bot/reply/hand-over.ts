import type { HandoverReason } from '../../shared/cases/chat';
import { type DoorError, Refused } from '../door';
import type { Scene } from './scene';

const LONGEST = 2_000;
/** Whoever writes on and on is read once; danger is always told. */
const MOST = 10;

interface Court {
  courtName: string;
  courtPhone: string;
}

/** Somebody of the court gets what was written; null when this talk was handed over often enough already. */
async function handOver(scene: Scene, reason: HandoverReason): Promise<Court | null> {
  if (reason !== 'distress' && scene.talk.handed >= MOST) return null;
  const input = { reason, text: scene.text.slice(0, LONGEST).trim() || '（没有文字）' };
  const court = await asHimself(scene, input);
  scene.talk.handed += 1;
  scene.talk.questions = [];
  return court;
}

/** A binding that ended a moment ago must not keep anybody from being heard. */
async function asHimself(scene: Scene, input: { reason: HandoverReason; text: string }): Promise<Court> {
  const { gateway, bot, person, message, key } = scene;
  if (person) {
    try {
      return await person('hand-to-person', input, key('hand'));
    } catch (error) {
      if (!(error instanceof Refused) && (error as DoorError).message !== '401') throw error;
    }
  }
  return bot('hand-to-person', { ...input, sender: { gateway, from: message.from } }, key('hand-by-bot'));
}

export async function askedForPerson(scene: Scene): Promise<string> {
  const court = await handOver(scene, 'asked');
  if (!court) return PATIENCE;
  return `好，已经转给${court.courtName}的工作人员，他们会联系您。\n急的话打法院电话 ${court.courtPhone}。`;
}

/** It was said already how to say it; now a person reads it. */
export async function notUnderstood(scene: Scene): Promise<string> {
  const { talk } = scene;
  if (talk.distress) return inDistress(scene);
  const isFirst = talk.handed === 0;
  const court = await handOver(scene, 'not-understood');
  if (!court) return PATIENCE;
  return isFirst
    ? `这句我还是没看明白，已经转给${court.courtName}的工作人员，他们会联系您。\n急的话打法院电话 ${court.courtPhone}。`
    : '这句也转给法院的工作人员了。';
}

const PATIENCE = '您说的都转给法院了，请等他们联系您。急事请打 12368。';

/** Danger: a person at once, and where help is to be had this minute. */
export async function inDistress(scene: Scene): Promise<string> {
  const isFirst = !scene.talk.distress;
  const court = await handOver(scene, 'distress');
  scene.talk.distress = true;
  const told = court ? `${court.courtName}的工作人员` : '法院的工作人员';
  return [
    isFirst ? `听您这么说，我放心不下，已经告诉${told}，会尽快联系您。` : `我在听。这句也转给${told}了。`,
    HELP_NOW,
    `法院电话 ${court?.courtPhone ?? '12368'}。`,
  ].join('\n');
}

const HELP_NOW = '眼下有危险，请马上打 110。\n心里难受，随时可以打 12356，那里有人听您说。';

/** When nobody of the court can be told this minute, who can help is said all the same. */
export const HELP_WITHOUT_COURT = `${HELP_NOW}\n我这会儿没连上法院，正在再试；也请直接打 12368。`;
export const NOT_HEARD = '这会儿没接上，请过几分钟再发一次。';
export const TOO_MANY = '您发得太快，后面几条我没看到，请过一会儿再发一次。';
