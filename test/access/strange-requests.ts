import { describeApi } from '../../cloudfunctions/host/openapi';
import type { ActionName } from '../../shared/actions';

/** Requests made from the OpenAPI document: as it asks for them, and wrong in every way that we could think of. */

export interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** Stands in every text that attacks; an answer or a log line that contains it repeats what strangers write. */
export const MARK = 'zq7mark';

export const KINDS = [
  'valid',
  'valid, of others',
  'a field missing',
  'a field of another type',
  'not an object',
  'more fields',
  'huge',
  'deep',
  'odd Unicode',
  'SQL',
  'HTML',
  'numbers at the edge',
] as const;
export type Kind = (typeof KINDS)[number];

/** The same numbers in every run (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  of<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

type Json = {
  paths: Record<string, { post: { requestBody: { content: Record<string, { schema: Schema }> } } }>;
};

const DOCUMENT = describeApi({ version: 'test', publicUrl: 'http://zhiqian.test' }) as unknown as Json;
export const schemaFor = (action: ActionName): Schema =>
  DOCUMENT.paths[`/api/${action}`]!.post.requestBody.content['application/json']!.schema;

/** What real requests say in fields that are more than their pattern. */
export type Values = Record<string, readonly unknown[]>;

const TEXTS: Record<Extract<Kind, 'odd Unicode' | 'SQL' | 'HTML' | 'huge'>, (dice: Dice) => unknown> = {
  'odd Unicode': (dice) =>
    dice.of([
      `\u0000${MARK}`,
      `${MARK}\ud800`,
      `\udc00${MARK}`,
      `\u202e${MARK}\u202c`,
      `${MARK}${'\u0301'.repeat(60)}`,
      `\ufeff${MARK}\u200b`,
      `１３８００１３８０００${MARK}`,
      `👨‍👩‍👧‍👦${MARK}𠮷`,
      `\u2028${MARK}\u2029\u0085`,
      `\u0007\u001b[2J${MARK}`,
      `${MARK}\uffff`,
    ]),
  SQL: (dice) =>
    dice.of([
      `'; drop table cases; -- ${MARK}`,
      `${MARK}' or '1'='1`,
      `%${MARK}_`,
      `\\${MARK}\\'`,
      `$1 ${MARK} $$`,
      `${MARK}'||(select name from parties limit 1)||'`,
      `");select pg_sleep(9);--${MARK}`,
    ]),
  HTML: (dice) =>
    dice.of([
      `<img src=x onerror=alert('${MARK}')>`,
      `<script>${MARK}</script>`,
      `javascript:${MARK}`,
      `"><svg/onload=${MARK}>`,
      `{{${MARK}}} \${${MARK}}`,
    ]),
  huge: (dice) => MARK + 'x'.repeat(dice.of([1_001, 5_000, 40_000])),
};

const OTHERS: readonly unknown[] = [null, true, -1, 1.5, 'x', '', [], [[]], {}, { length: 1e9 }, 1e308];

export function makeRequest(action: ActionName, kind: Kind, values: Values, dice: Dice): unknown {
  const { oneOf, ...whole } = schemaFor(action);
  const schema = oneOf ? dice.of(oneOf) : whole;
  const input = valueFor(schema, '', values, dice) as Record<string, unknown>;
  const fields = Object.keys(schema.properties ?? {});
  switch (kind) {
    case 'valid':
    case 'valid, of others':
      return input;
    case 'a field missing':
      delete input[dice.of(fields)];
      return input;
    case 'a field of another type':
      return { ...input, [dice.of([...fields, 'none'])]: dice.of(OTHERS) };
    case 'not an object':
      return dice.of([null, [], [input], 'input', 7, true, { input }]);
    case 'more fields':
      return withMore(input, dice);
    case 'deep':
      return { ...input, [dice.of([...fields, 'more'])]: deep(dice.of([30, 1_000, 20_000])) };
    case 'numbers at the edge':
      return replaced(input, dice, (value) => (typeof value === 'number' ? dice.of(EDGES) : value));
    default:
      return replaced(input, dice, (value) => (typeof value === 'string' ? TEXTS[kind](dice) : value));
  }
}

const EDGES = [
  0,
  -0,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e21,
  Number.MAX_VALUE,
  1_000_000_000_000,
  10_000,
];

function withMore(input: Record<string, unknown>, dice: Dice): unknown {
  const more = JSON.parse(
    dice.of([
      '{"__proto__":{"courtId":"court_baiyun"}}',
      '{"constructor":{"prototype":{}}}',
      '{"courtId":"court_baiyun","accountId":"account_00000000","role":"judge"}',
      `{"${MARK}":"${MARK}"}`,
      '{"toString":1,"toJSON":2}',
    ]),
  );
  return Object.assign(Object.create(null), input, more);
}

function deep(levels: number): unknown {
  let value: unknown = MARK;
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { value };
  return value;
}

/** One of the texts (or numbers) becomes strange; sometimes all of them. */
function replaced(input: unknown, dice: Dice, by: (value: unknown) => unknown): unknown {
  const isAll = dice.next() < 0.2;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    return isAll || dice.next() < 0.4 ? by(value) : value;
  };
  return walk(input);
}

function valueFor(schema: Schema, name: string, values: Values, dice: Dice): unknown {
  const known = values[name];
  if (known) return dice.of(known);
  if ('const' in schema) return schema.const;
  if (schema.enum) return dice.of(schema.enum);
  if (schema.type === 'object') return objectFor(schema, values, dice);
  if (schema.type === 'array') {
    const length = Math.max(schema.minItems ?? 0, dice.below(3));
    return Array.from({ length }, () => valueFor(schema.items!, singular(name), values, dice));
  }
  if (schema.type === 'boolean') return dice.next() < 0.5;
  if (schema.type === 'integer' || schema.type === 'number') {
    const [from, to] = [schema.minimum ?? 0, Math.min(schema.maximum ?? 100, 1_000)];
    return from + dice.below(to - from + 1);
  }
  if (schema.format === 'date') return dice.of(['2026-03-02', '2026-03-20', '2026-02-10', '2027-01-01']);
  if (schema.format === 'date-time') return '2026-03-01T08:00:00Z';
  return dice.of(['情况属实', '同意按期履行', 'abcd']);
}

function objectFor(schema: Schema, values: Values, dice: Dice): unknown {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || dice.next() < 0.5,
  );
  return Object.fromEntries(wanted.map(([name, inner]) => [name, valueFor(inner, name, values, dice)]));
}

const singular = (name: string) => name.replace(/s$/, '');
