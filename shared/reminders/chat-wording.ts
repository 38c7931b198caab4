import { showDay } from '../day';
import { NOTICE_STEPS } from './steps';
import type { OwnWording, Place, Saying } from './wording';
import { readerOf } from './wording';
import { GENERAL, SENTENCES, SEVERAL } from './wording-sentences';

/** A task of the reader's that a message speaks of. */
export interface ChatTask {
  /** By which he may name it: 「收到 3」. */
  number: number;
  link: string;
}

/** A court tells no more of one person's tasks at once than he reads. */
const MOST_TASKS = 5;

/**
 * What the bot says to one person about his tasks or his case: the sentence of the short message, the court's own where
 * it has one, and how to answer. No name, no amount; it is signed, and says how to verify.
 */
export function chatWording(saying: Saying, place: Place, tasks: readonly ChatTask[], own?: OwnWording) {
  const body = own?.body ?? sentenceOf(saying);
  const lines = [
    `【${place.courtName}】${filled(body, saying)}`,
    ...tasks.slice(0, MOST_TASKS).map(({ number, link }) => `任务 ${number}：${link}`),
    answerLine(saying, tasks),
    `核实拨${place.hotline}或${place.courtPhone}。`,
  ];
  return { text: lines.filter(Boolean).join('\n'), version: own?.version ?? 0 };
}

function sentenceOf({ step, audience, cases = 1, notices = 1 }: Saying): string {
  const reader = readerOf(audience);
  if (cases > 1) return SEVERAL[reader];
  return notices > 1 || !NOTICE_STEPS.includes(step)
    ? GENERAL[reader]
    : (SENTENCES[step][reader] ?? GENERAL[reader]);
}

/** A chat message carries no code: who reads it is bound already. */
const filled = (body: string, { day, taskNumber, cases = 1, count }: Saying): string =>
  body
    .replaceAll('{day}', showDay(day))
    .replaceAll('{task}', taskNumber)
    .replaceAll('{code}', '')
    .replaceAll('{count}', String(cases > 1 ? cases : (count ?? 1)));

function answerLine({ step }: Saying, tasks: readonly ChatTask[]): string {
  const first = tasks[0];
  if (!first) return '回“待办”看清单，回“人工”找法院。';
  if (step === 'visit-idle') return `走访过了，回“走访 ${first.number}”加结果；找法院回“人工”。`;
  return `回“收到 ${first.number}”即可；不该您办的，回“不该我办 ${first.number}”加原因。`;
}
