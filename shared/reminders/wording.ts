import { type Day, showDay } from '../day';
import { NOTICE_STEPS, type NoticeStep } from './steps';
import type { ChannelName } from './weight';
import { completed } from './wording-parts';
import { GENERAL, READERS, type Reader, SENTENCES, SEVERAL } from './wording-sentences';

export type Audience = 'obligor' | 'obligee' | 'liaison' | 'team';

/** What is the same in every message of a court. */
export interface Place {
  courtName: string;
  courtPhone: string;
  hotline: string;
  /** The fixed address of the pages; never a link of one person's own. */
  site: string;
}

export interface Saying {
  step: NoticeStep;
  audience: Audience;
  taskNumber: string;
  /** The day that the words speak of. */
  day: Day;
  /** For a party's SMS: the code by which he proves who he is. */
  code: string;
  /** Cases of the person that this message tells of; one when missing. More are told by a merged message. */
  cases?: number;
  /** Messages of the person that this one stands for; more than one of a single case are told in general. */
  notices?: number;
  /** What a weekly list counts. */
  count?: number | null;
}

/** A court's own sentence. */
export interface OwnWording {
  body: string;
  version: number;
}

/** A court's own sentences, by `wordingKey`. */
export type OwnWordings = ReadonlyMap<string, OwnWording>;

/** What a court's own sentence is filed under. */
export const wordingKey = (template: string, channel: ChannelName): string => `${channel} ${template}`;

export interface Wording {
  template: string;
  /** Of the sentence: 0 is ours. */
  version: number;
  text: string;
  /** The template's variables, in its order. */
  fields: Record<string, string>;
  page?: string;
}

/** The short message, as the person reads it; with the court's own sentence where it has one. */
export function smsWording(saying: Saying, place: Place, own?: OwnWording): Wording {
  const { step, audience, cases, notices } = saying;
  const template = templateOf(step, audience, cases, 'sms', notices);
  const reader = readerOf(audience);
  const body = completed(own?.body ?? sentenceOf(saying), reader, isMerged(saying), place);
  const values = valuesOf(saying);
  const fields = Object.fromEntries(variablesIn(body).map((name) => [name, values[name]!]));
  return {
    template,
    version: own?.version ?? 0,
    text: `【${place.courtName}】${fill(body, values)}`,
    fields,
  };
}

/** Bodies of all SMS templates, {1} {2} … for the variables, as a carrier wants them filed. */
export function smsTemplates(place: Place, own?: OwnWordings): Record<string, string> {
  return Object.fromEntries(
    smsSentences().map(({ template, reader, sentence }) => {
      const words = own?.get(wordingKey(template, 'sms'))?.body ?? sentence;
      return [template, numbered(completed(words, reader, template.startsWith('several-'), place))];
    }),
  );
}

export interface BuiltIn {
  template: string;
  reader: Reader;
  /** Null for words that serve several steps. */
  step: NoticeStep | null;
  sentence: string;
}

/** Every sentence of ours that an SMS is made of. */
export function smsSentences(): BuiltIn[] {
  const ofSteps = NOTICE_STEPS.flatMap((step) =>
    READERS.flatMap((reader) => {
      const sentence = SENTENCES[step][reader];
      return sentence ? [{ template: `${step}-${reader}`, reader, step, sentence }] : [];
    }),
  );
  const others = READERS.flatMap((reader) => [
    { template: `general-${reader}`, reader, step: null, sentence: GENERAL[reader] },
    { template: `several-${reader}`, reader, step: null, sentence: SEVERAL[reader] },
  ]);
  return [...ofSteps, ...others];
}

/** Every subject of ours that stands on a card. */
export function cardTitles(): BuiltIn[] {
  const ofSteps = NOTICE_STEPS.flatMap((step) =>
    READERS.filter((reader) => SENTENCES[step][reader]).map((reader) => ({
      template: `${step}-${reader}`,
      reader,
      step,
      sentence: SENTENCES[step].title,
    })),
  );
  const merged = READERS.map((reader) => ({
    template: `several-${reader}`,
    reader,
    step: null,
    sentence: SEVERAL.title,
  }));
  return [...ofSteps, ...merged];
}

/** Under which name the sentence of a message stands, among ours and among a court's own. */
export function templateOf(
  step: NoticeStep,
  audience: Audience,
  cases = 1,
  channel: ChannelName = 'sms',
  notices = 1,
): string {
  const reader = readerOf(audience);
  if (cases > 1) return `several-${reader}`;
  return channel === 'subscribe' || (SENTENCES[step][reader] && notices === 1)
    ? `${step}-${reader}`
    : `general-${reader}`;
}

/** The court's own sentence for a message, where it has one. */
export function ownWordingFor(
  own: OwnWordings | undefined,
  { step, audience, cases, notices }: Pick<Saying, 'step' | 'audience' | 'cases' | 'notices'>,
  channel: ChannelName,
): OwnWording | undefined {
  return own?.get(wordingKey(templateOf(step, audience, cases, channel, notices), channel));
}

const isMerged = ({ cases = 1 }: Saying): boolean => cases > 1;

export const readerOf = (audience: Audience): Reader =>
  audience === 'obligor' || audience === 'obligee' ? audience : 'staff';

function sentenceOf(saying: Saying): string {
  const reader = readerOf(saying.audience);
  if (isMerged(saying)) return SEVERAL[reader];
  return (saying.notices ?? 1) > 1 ? GENERAL[reader] : (SENTENCES[saying.step][reader] ?? GENERAL[reader]);
}

function valuesOf(saying: Omit<Saying, 'code'> & { code?: string }): Record<string, string> {
  const { taskNumber, day, code = '', cases = 1, count } = saying;
  return {
    day: showDay(day),
    task: taskNumber,
    code,
    count: String(cases > 1 ? cases : (count ?? 1)),
  };
}

const VARIABLE = /\{(\w+)\}/g;
/** The variables of a sentence, in its order. */
export const variablesIn = (body: string) => [...body.matchAll(VARIABLE)].map((match) => match[1]!);
const fill = (body: string, values: Record<string, string>) =>
  body.replace(VARIABLE, (_, name) => values[name]!);

function numbered(body: string): string {
  let n = 0;
  return body.replace(VARIABLE, () => `{${++n}}`);
}

/** Where a subscribe message opens; the home page leads everybody to what is his. */
const PAGE = 'pages/home/index';

/** The card in WeChat: a subject, the number, the day, and how to verify. */
export function subscribeWording(saying: Omit<Saying, 'code'>, place: Place, own?: OwnWording): Wording {
  const { step, audience, taskNumber, day, cases = 1 } = saying;
  const template = readerOf(audience) === 'staff' ? 'task' : 'case';
  const title = own?.body ?? (cases > 1 ? SEVERAL.title : SENTENCES[step].title);
  const tip = `核实请拨${place.hotline}或法院电话`;
  const values = [fill(title, valuesOf(saying)), taskNumber, showDay(day), tip];
  const labels = SUBSCRIBE_TEMPLATES[template].fields;
  const fields = Object.fromEntries(Object.keys(labels).map((key, index) => [key, values[index]!]));
  const lines = Object.entries(labels).map(([key, label]) => `${label}：${fields[key]}`);
  return {
    template,
    version: own?.version ?? 0,
    text: [`【${place.courtName}】`, ...lines].join('\n'),
    fields,
    page: PAGE,
  };
}

/** The subscribe templates that the court applies for, with the labels that people read. */
export const SUBSCRIBE_TEMPLATES = {
  case: {
    title: '事项进展提醒',
    fields: { thing1: '事项', character_string2: '编号', date3: '期限', thing4: '提示' },
  },
  task: {
    title: '待办任务提醒',
    fields: { thing1: '任务', character_string2: '编号', date3: '期限', thing4: '提示' },
  },
} as const;

/** How many short messages a text costs: 70 characters in one, 67 in each of several. */
export function smsSegments(text: string): number {
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

/** What the sweep itself adds to a case's course. */
export const SWEEP_COURSE = {
  instalmentMissed: '约定的一期到期后没有确认收到',
  numberWrong: '一方的号码收不到短信，等待法院核对',
  optedOut: '一方退订了短信，可以改用电话或走访联系',
  numberWorks: '原先收不到短信的号码已经收到短信',
  replied: '一方回复了短信，内容没有保存，请打电话问清',
} as const;
