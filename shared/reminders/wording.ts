import { type Day, showDay } from '../day';
import { NOTICE_STEPS, type NoticeStep } from './steps';
import { GENERAL, type Reader, SENTENCES } from './wording-sentences';

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
}

export interface Wording {
  template: string;
  text: string;
  /** The template's variables, in its order. */
  fields: Record<string, string>;
  page?: string;
}

/** The short message, as the person reads it. */
export function smsWording(saying: Saying, place: Place): Wording {
  const { step, audience, taskNumber, day, code } = saying;
  const { template, body } = smsBody(step, readerOf(audience), place);
  const values: Record<string, string> = { day: showDay(day), task: taskNumber, code };
  const fields = Object.fromEntries(variablesIn(body).map((name) => [name, values[name]!]));
  return { template, text: `【${place.courtName}】${fill(body, values)}`, fields };
}

/** Bodies of all SMS templates, {1} {2} … for the variables, as a carrier wants them filed. */
export function smsTemplates(place: Place): Record<string, string> {
  const readers: Reader[] = ['obligor', 'obligee', 'staff'];
  const all = NOTICE_STEPS.flatMap((step) => readers.map((reader) => smsBody(step, reader, place)));
  return Object.fromEntries(all.map(({ template, body }) => [template, numbered(body)]));
}

/** The name of the template that a step speaks through to this audience. */
export function templateOf(step: NoticeStep, audience: Audience): string {
  const reader = readerOf(audience);
  return `${SENTENCES[step][reader] ? step : 'general'}-${reader}`;
}

const readerOf = (audience: Audience): Reader =>
  audience === 'obligor' || audience === 'obligee' ? audience : 'staff';

function smsBody(step: NoticeStep, reader: Reader, place: Place): { template: string; body: string } {
  const sentence = SENTENCES[step][reader];
  return {
    template: `${sentence ? step : 'general'}-${reader}`,
    body: (sentence ?? GENERAL[reader]) + (reader === 'staff' ? staffTail(place) : partyTail(place)),
  };
}

const partyTail = (place: Place) =>
  `编号{task}，查询码{code}（7天内有效），请到${place.site}查看。${verify(place)}${STOP}`;

const staffTail = (place: Place) =>
  `编号{task}，请到小程序“执前通”或${place.site}查看。${verify(place)}${STOP}`;

const verify = ({ courtPhone, hotline }: Place) => `核实拨${hotline}或${courtPhone}。`;
const STOP = '回复“退订”或“号码有误”停止发送。';

const VARIABLE = /\{(\w+)\}/g;
const variablesIn = (body: string) => [...body.matchAll(VARIABLE)].map((match) => match[1]!);
const fill = (body: string, values: Record<string, string>) =>
  body.replace(VARIABLE, (_, name) => values[name]!);

function numbered(body: string): string {
  let n = 0;
  return body.replace(VARIABLE, () => `{${++n}}`);
}

/** Where a subscribe message opens; the home page leads everybody to what is his. */
const PAGE = 'pages/home/index';

/** The card in WeChat: a subject, the number, the day, and how to verify. */
export function subscribeWording(saying: Omit<Saying, 'code'>, place: Place): Wording {
  const { step, audience, taskNumber, day } = saying;
  const template = readerOf(audience) === 'staff' ? 'task' : 'case';
  const values = [SENTENCES[step].title, taskNumber, showDay(day), `核实请拨${place.hotline}或法院电话`];
  const labels = SUBSCRIBE_TEMPLATES[template].fields;
  const fields = Object.fromEntries(Object.keys(labels).map((key, index) => [key, values[index]!]));
  const lines = Object.entries(labels).map(([key, label]) => `${label}：${fields[key]}`);
  return { template, text: [`【${place.courtName}】`, ...lines].join('\n'), fields, page: PAGE };
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
