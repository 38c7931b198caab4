import { readJson } from '../channels/http-call';

/** A push as far as we use it: which event, and its items by field. */
export interface WechatEvent {
  event: string;
  createdSeconds: number;
  items: Record<string, string>[];
  /** What stands in the envelope of an encrypted one. */
  encrypted?: string;
}

/** Reads a push in either of WeChat's two formats; undefined when it is none. */
export function readWechatEvent(body: string): WechatEvent | undefined {
  return body.trimStart().startsWith('<') ? fromXml(body) : fromJson(body);
}

function fromJson(body: string): WechatEvent | undefined {
  // The number has more digits than a JavaScript number keeps.
  const push = readJson(body.replace(/("MsgID"\s*:\s*)(\d+)/g, '$1"$2"'));
  if (!push || typeof push !== 'object') return undefined;
  const { Event, CreateTime, List, Encrypt } = push as Record<string, unknown>;
  const list = (Array.isArray(List) ? List : [List]).filter((item) => item && typeof item === 'object');
  return {
    event: typeof Event === 'string' ? Event : '',
    createdSeconds: Number(CreateTime) || 0,
    items: list.map((item) =>
      Object.fromEntries(Object.entries(item as object).map(([key, value]) => [key, String(value)])),
    ),
    ...(typeof Encrypt === 'string' ? { encrypted: Encrypt } : {}),
  };
}

const FIELD = /<(\w+)>(?:<!\[CDATA\[(.*?)\]\]>|([^<]*))<\/\1>/gs;
const fieldsOf = (xml: string): Record<string, string> =>
  Object.fromEntries([...xml.matchAll(FIELD)].map(([, name, text, bare]) => [name!, text ?? bare!.trim()]));

function fromXml(body: string): WechatEvent | undefined {
  if (!/^\s*<xml>.*<\/xml>\s*$/s.test(body)) return undefined;
  const lists = [...body.matchAll(/<List>(.*?)<\/List>/gs)].map(([, inner]) => inner!);
  const { Event = '', CreateTime, Encrypt } = fieldsOf(body.replace(/<List>.*<\/List>/s, ''));
  return {
    event: Event,
    createdSeconds: Number(CreateTime) || 0,
    items: lists.map(fieldsOf),
    ...(Encrypt ? { encrypted: Encrypt } : {}),
  };
}
