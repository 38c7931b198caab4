import type { Arrival } from '../carrier-sandbox';
import type { Persona } from '../personas';

/** What the wall draws of one message. */
export interface Ring {
  id: string;
  at: string;
  kind: 'sms' | 'card';
  /** Whose phone rang; null: one of the other numbers. */
  persona: string | null;
  to: string;
  text: string;
  /** A card's lines, label and value. */
  lines: [string, string][];
  title: string;
}

export function ringOf(arrival: Arrival, personas: readonly Persona[]): Ring {
  const { id, at, to, text } = arrival;
  const isSms = arrival.carrier === 'sms';
  const holder = personas.find((one) => (isSms ? one.phone : one.openid) === to);
  const [title = '', ...lines] = isSms ? [] : text.split('\n');
  return {
    id,
    at,
    kind: isSms ? 'sms' : 'card',
    persona: holder?.persona ?? null,
    to: isSms ? to : '微信',
    text,
    title,
    lines: lines.map((line) => [line.slice(0, line.indexOf('：')), line.slice(line.indexOf('：') + 1)]),
  };
}
