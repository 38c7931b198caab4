import type { Deed, Question } from '../memory';
import type { Act, Intent, Which } from '../understand/intents';
import type { Topic } from '../understand/rules/rule';
import { type Step, TOO_MANY_AT_ONCE, take } from './deeds';
import { askedForPerson, notUnderstood } from './hand-over';
import { answerOf, isBare, note, withQuestion } from './questions';
import { taskOfQuote } from './quote';
import { link, type Scene, type Task } from './scene';
import { GREETING, setQuiet, UNBIND, WHO } from './sentences';
import { aboutStray, linksOf, listTasks, NO_TASKS, named, strayNumbers } from './tasks';

/** What a liaison hears; null where nothing needs to be said. */
export async function answerLiaison(scene: Scene): Promise<string | null> {
  const question = scene.talk.questions[0];
  if (question) {
    const answer = await answerOf(scene, question);
    if (answer !== undefined) return answer;
    return insteadOfAnswer(scene, question);
  }
  return answerAll(scene);
}

/** Something else than the answer: he hears that what he was asked about is not recorded. */
async function insteadOfAnswer(scene: Scene, { deed }: Question): Promise<string | null> {
  scene.talk.questions = [];
  const [intent, ...more] = scene.intents;
  if (intent && more.length === 0 && isDeed(intent) && isBare(intent.which) && deed.numbers.length > 0) {
    return withQuestion(scene, [
      note(scene, await take(scene, { ...deedOf(intent), numbers: deed.numbers, sure: false }, '0')),
    ]);
  }
  const isAnew = scene.intents.some(({ kind }) => kind === deed.kind);
  const answered = await answerAll(scene);
  return isAnew || answered === null ? answered : `刚才问的那件没有记。\n${answered}`;
}

const MOST_IN_ONE = 10;

async function answerAll(scene: Scene): Promise<string | null> {
  if (scene.intents.length > MOST_IN_ONE) return TOO_MANY_AT_ONCE;
  const said: string[] = [];
  for (const [index, intent] of scene.intents.entries()) {
    const words = await answerOne(scene, intent, index);
    if (words) said.push(words);
  }
  const words = withQuestion(scene, said);
  return words === '' ? null : words;
}

async function answerOne(scene: Scene, intent: Intent, index: number): Promise<string | null> {
  switch (intent.kind) {
    case 'acknowledge':
    case 'visit':
    case 'decline':
      return note(scene, await stepOf(scene, deedOf(intent), intent.which, index));
    case 'details':
      return details(scene, intent.which);
    case 'later':
      return later(intent.which);
    case 'topic':
      return TOPICS[intent.topic](scene, intent.which);
    case 'okay':
      return okay(scene);
    case 'no':
      return '我没有在问您什么，也没有记什么。\n要看手上的事，回“待办”。';
    case 'numbers':
      return numbersAlone(scene, intent.which);
    default:
      return unclear(scene);
  }
}

const later = ({ numbers }: Which) => `好。去过以后告诉我一声，比如“走访 ${numbers[0]?.value ?? 3} 愿履行”。`;

const isDeed = (intent: Intent): intent is Act => ['acknowledge', 'visit', 'decline'].includes(intent.kind);

/** A reason that is a number and nothing else is the task: 「退回2」. */
const deedOf = (act: Act): Deed => {
  const task = act.kind === 'decline' ? /^(\d{1,3})\s*号?$/u.exec(act.reason)?.[1] : undefined;
  return task ? { ...plainDeed(act), numbers: [Number(task)], text: '', sure: false } : plainDeed(act);
};

const plainDeed = (act: Act): Deed => ({
  kind: act.kind,
  numbers: act.which.numbers.map(({ value }) => value),
  outcomes: act.kind === 'visit' ? act.outcomes : [],
  text: act.kind === 'visit' ? act.note : act.kind === 'decline' ? act.reason : '',
  sure: act.sure,
});

async function stepOf(scene: Scene, deed: Deed, which: Which, index: number): Promise<Step> {
  const part = String(index);
  if (which.all && deed.numbers.length === 0) return take(scene, await everyTask(scene, deed), part);
  if (which.numbers.some(({ isPlace }) => isPlace)) return take(scene, await atPlaces(scene, deed), part);
  if (which.numbers.length > 0) return take(scene, deed, part);
  const quoted = await taskOfQuote(scene);
  if (quoted === 'not-his') return { said: NOT_YOURS };
  if (quoted) return take(scene, { ...deed, numbers: quoted.numbers, sure: deed.sure && quoted.sure }, part);
  return withoutNumber(scene, deed, part);
}

const NOT_YOURS = '您引的那条不是发给您的，我没有记。\n要看手上的事，回“待办”。';

/** 「第三个」 is number 3, or the third of the list: where these are two tasks, it is asked. */
async function atPlaces(scene: Scene, deed: Deed): Promise<Deed> {
  const tasks = await scene.tasks();
  const isNumber = (value: number) => tasks.some(({ number }) => number === value);
  const numbers = deed.numbers.map((value) =>
    isNumber(value) ? value : (tasks[value - 1]?.number ?? value),
  );
  const isPlain = deed.numbers.every((value) => tasks[value - 1]?.number === value);
  return { ...deed, numbers, sure: deed.sure && isPlain };
}

/** 「都收到」 is of all that wait for it; all else of all tasks is asked first. */
async function everyTask(scene: Scene, deed: Deed): Promise<Deed> {
  const tasks = await scene.tasks();
  const isReceipt = deed.kind === 'acknowledge';
  const open = tasks.filter(({ state }) => state === 'open');
  const numbers = (isReceipt && open.length > 0 ? open : tasks).map(({ number }) => number);
  return { ...deed, numbers, sure: deed.sure && isReceipt };
}

/** 「收到」 answers what the bot said last of its own accord, if that was one message. */
async function withoutNumber(scene: Scene, deed: Deed, part: string): Promise<Step> {
  const { told } = scene.talk;
  if (deed.kind !== 'acknowledge' || !told) return take(scene, deed, part);
  if (told.numbers.length === 0) return { said: told.isNotice ? '好。' : '您手上的都记过收到了，不用再回。' };
  const isClear = told.messages === 1 && (told.isNotice || told.numbers.length === 1);
  return take(scene, { ...deed, numbers: told.numbers, sure: deed.sure && isClear }, part);
}

async function details(scene: Scene, which: Which): Promise<string> {
  const tasks = await scene.tasks();
  const numbers = which.numbers.map(({ value }) => value);
  const wanted = numbers.length > 0 ? tasks.filter(({ number }) => numbers.includes(number)) : tasks;
  const strays = strayNumbers(tasks, numbers);
  if (tasks.length === 0 && strays.length === 0) return NO_TASKS;
  if (wanted.length > 5) return `请打开看：${link(scene.site, 'liaison/list-tasks/index')}`;
  return [wanted.length > 0 ? linksOf(wanted) : '', strays.length > 0 ? aboutStray(tasks, strays) : '']
    .filter(Boolean)
    .join('\n');
}

/** A nod to a notice is perhaps its receipt, and is asked; any other is politeness. */
async function okay(scene: Scene): Promise<string | null> {
  const { told } = scene.talk;
  if (!told?.isNotice || told.numbers.length === 0) return null;
  const deed: Deed = { kind: 'acknowledge', numbers: told.numbers, outcomes: [], text: '', sure: false };
  return note(scene, await take(scene, deed, 'okay'));
}

async function numbersAlone(scene: Scene, which: Which): Promise<string> {
  const tasks = await scene.tasks();
  const numbers = which.numbers.map(({ value }) => value);
  const [first] = numbers;
  if (first === undefined) return '您是说哪一样？可以说“都收到”，或者“待办”。';
  const strays = strayNumbers(tasks, numbers);
  if (strays.length > 0) return aboutStray(tasks, strays);
  return `${named(numbers)}怎么样了？\n看到了，回“收到 ${first}”；走访过了，回“走访 ${first}”再说一句情况。`;
}

async function unclear(scene: Scene): Promise<string> {
  if (scene.talk.confused || scene.talk.handed > 0) return notUnderstood(scene);
  scene.talk.confused = true;
  return '这句我没看明白。您可以这样说：“收到 3”，或者“走访 3 愿履行”。\n找法院的人，回“人工”。';
}

const HELP = [
  '看手上的事：待办',
  '看到了：收到 3',
  '走访过了：走访 3 愿履行（或：已联系、联系不上、有困难）',
  '不是您的事：不该我办 3，加一句原因',
  '看明细：详情 3',
  '少收消息：静音；找法院的人：人工',
].join('\n');

type OnTopic = (scene: Scene, which: Which) => Promise<string | null> | string | null;

/** What concerns the parties is done on the task's page, where their consent is recorded. */
const onItsPage: OnTopic = async (scene, which) => {
  const tasks = await scene.tasks();
  const wanted = tasks.filter((task: Task) => which.numbers.some(({ value }) => value === task.number));
  if (wanted.length === 0)
    return '这件事聊天里办不了。\n请带上号说“详情 3”，我发页面给您；找法院的人，回“人工”。';
  return `这件事要在页面里办，我没有记。\n${linksOf(wanted)}`;
};

const TOPICS: Record<Topic, OnTopic> = {
  list: listTasks,
  'not-received': listTasks,
  'my-case': listTasks,
  help: () => HELP,
  person: askedForPerson,
  who: () => WHO,
  mute: (scene) => setQuiet(scene, true),
  unmute: (scene) => setQuiet(scene, false),
  unbind: () => UNBIND,
  paid: onItsPage,
  'short-of-money': onItsPage,
  plan: onItsPage,
  'wrong-person': onItsPage,
  objection: onItsPage,
  enforcement: onItsPage,
  correction: (scene) =>
    scene.text.length > 6
      ? askedForPerson(scene)
      : '哪一件记错了？请连着号重报一次，比如“走访 3 已联系”。\n要法院的人来改，回“人工”。',
  thanks: () => '不客气。',
  greeting: () => GREETING,
};
