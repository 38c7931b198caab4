import type { Day } from '../day';
import { forbiddenIn } from './forbidden';
import type { NoticeStep } from './steps';
import { fieldFits } from './subscribe-fields';
import type { ChannelName } from './weight';
import {
  type Audience,
  cardTitles,
  type Place,
  type Saying,
  smsSegments,
  smsSentences,
  smsWording,
  subscribeWording,
  variablesIn,
} from './wording';
import type { Reader } from './wording-sentences';

/** So many short messages a text may cost. */
export const MOST_SEGMENTS = 3;

/** A message that a court may word itself. */
export interface Template {
  template: string;
  channel: ChannelName;
  reader: Reader;
  /** Null for words that serve several steps. */
  step: NoticeStep | null;
  /** Our own sentence. */
  builtIn: string;
  /** What may stand in braces. */
  variables: string[];
}

/** Every message that a court may word itself, by channel. */
export function templatesOf(channel: ChannelName): Template[] {
  const builtIns = channel === 'sms' ? smsSentences() : cardTitles();
  return builtIns.map(({ template, reader, step, sentence }) => ({
    template,
    channel,
    reader,
    step,
    builtIn: sentence,
    variables: variablesFor(template, reader, channel),
  }));
}

/** The message of this name; undefined where there is none. */
export const templateNamed = (template: string, channel: ChannelName): Template | undefined =>
  templatesOf(channel).find((one) => one.template === template);

/** Only one message speaks of what comes after enforcement was filed. */
export const phaseOf = (step: NoticeStep | null): 'before-filing' | 'after-filing' =>
  step === 'filed' ? 'after-filing' : 'before-filing';

function variablesFor(template: string, reader: Reader, channel: ChannelName): string[] {
  const count = template.startsWith('several-') || template === 'digest-staff' ? ['count'] : [];
  if (channel === 'subscribe') return ['day', ...count];
  return ['day', 'task', ...(reader === 'staff' ? [] : ['code']), ...count];
}

export interface Preview {
  /** As it stands on the phone. */
  text: string;
  characters: number;
  /** Short messages that it costs; 1 for a card. */
  segments: number;
}

export interface CheckedWording {
  /** Why it cannot be saved, a sentence each. */
  problems: string[];
  /** With the longest values that can occur; null where a variable is unknown. */
  preview: Preview | null;
}

const FORBIDDEN_WORDS: Record<string, string> = {
  amount: '短信和订阅消息里不写金额，别人也会看到，请删去。',
  'case-number': '短信和订阅消息里不写案号，请删去，系统会写上编号。',
  'id-number': '不能写证件号码，请删去。',
  phone: '不能写手机号码，请删去，系统会写上法院电话。',
  cause: '不写案由和债务，别人也会看到，请删去。',
  'token-link': '不能加链接，请删去，系统会写上本系统的网址。',
  'payment-link': '不能叫人点链接或扫码付款，以免与诈骗短信混淆，请删去。',
  'enforcement-word': '立案执行以前不写执行措施，请删去。',
};

/** What threatens, and other things that no court's reminder says. */
const NEVER: readonly [RegExp, string][] = [
  [/后果|否则|追究|法律责任|曝光|公示|最后通牒|勿谓/, '提醒不写威胁的话，请改成告诉对方怎样办理。'],
  [/[【】]/, '方括号【】里的署名由系统写上，请删去。'],
  [/[\r\n\t]/, '正文要写成一段，不能换行。'],
  [
    /https?:|www\.|\w\.(?:com|cn|net|org|top|xyz|vip|cc|me)\b|weixin:/i,
    '不能加链接，请删去，系统会写上本系统的网址。',
  ],
  [
    /微信号|加微信|加我|银行卡|账号|转账到|汇款到/,
    '不能写收款账户和私人联系方式，以免与诈骗短信混淆，请删去。',
  ],
];

/**
 * Whether a court's own sentence may take the place of ours, reckoned with the longest values that can occur.
 * Checked when it is saved, so that no message fails when it is sent.
 */
export function checkWording(
  { template, channel, reader, step, variables }: Template,
  body: string,
  place: Place,
): CheckedWording {
  if (body === '') return { problems: ['请写正文；要用回原来的话，请点“恢复原文”。'], preview: null };
  const unknown = unknownVariables(body, variables);
  if (unknown.length > 0) return { problems: unknown, preview: null };
  const saying = longestSaying(template, reader, step);
  const own = { body, version: 1 };
  const message = channel === 'sms' ? smsWording(saying, place, own) : subscribeWording(saying, place, own);
  const preview = {
    text: message.text,
    characters: message.text.length,
    segments: channel === 'sms' ? smsSegments(message.text) : 1,
  };
  const tooLong = channel === 'sms' ? smsTooLong(preview) : cardTooLong(message.fields);
  return { problems: [...new Set([...contentProblems(body, place), ...tooLong])], preview };
}

function unknownVariables(body: string, variables: readonly string[]): string[] {
  const allowed = variables.map((name) => `{${name}}`).join('、');
  const strange = variablesIn(body).filter((name) => !variables.includes(name));
  const isBroken = /[{}]/.test(body.replace(/\{\w+\}/g, ''));
  return [
    ...strange.map((name) => `这条消息里没有{${name}}这一项，可以用的是${allowed}。`),
    ...(isBroken ? [`花括号没有写完整，可以用的是${allowed}。`] : []),
  ];
}

function contentProblems(body: string, { courtPhone, hotline, site }: Place): string[] {
  const ours = [site, courtPhone, hotline].reduce((rest, known) => rest.split(known).join(''), body);
  return [
    ...forbiddenIn(ours).map((kind) => FORBIDDEN_WORDS[kind]!),
    ...NEVER.filter(([pattern]) => pattern.test(ours)).map(([, sentence]) => sentence),
    ...(/\d[\d-]{5,}\d/.test(ours) ? ['除了法院电话和 12368，不能写别的号码，请删去。'] : []),
  ];
}

function smsTooLong({ characters, segments }: Preview): string[] {
  if (segments <= MOST_SEGMENTS) return [];
  const most = MOST_SEGMENTS * 67;
  return [
    `连同署名、编号和核实办法共${characters}个字，最多${most}个字（三条短信），请删去${characters - most}个字。`,
  ];
}

function cardTooLong(fields: Record<string, string>): string[] {
  const subject = fields.thing1!;
  if (fieldFits('thing1', subject)) return [];
  return [`订阅消息的标题最多20个字，现在最长有${[...subject].length}个字，请改短。`];
}

const AUDIENCE_OF: Record<Reader, Audience> = { obligor: 'obligor', obligee: 'obligee', staff: 'liaison' };

/** The message with the longest day, number, code and count. Words for several steps are tried on one of them. */
function longestSaying(template: string, reader: Reader, step: NoticeStep | null): Saying {
  return {
    step: step ?? 'access-code',
    audience: AUDIENCE_OF[reader],
    taskNumber: 'WWWW-WWWW',
    day: '2026-12-31' as Day,
    code: '0000 0000',
    cases: template.startsWith('several-') ? 999 : 1,
    count: 999,
  };
}
