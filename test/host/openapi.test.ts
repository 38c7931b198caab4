import { describe, expect, test } from 'vitest';
import { describeApi } from '../../cloudfunctions/host/openapi';
import { type ActionName, actions } from '../../shared/actions';
import type { Contract } from '../../shared/actions/contract';
import { ACCESS } from '../../shared/cases/access';
import { REFUSALS } from '../../shared/refusals';

// biome-ignore lint/suspicious/noExplicitAny: a document is walked here as any reader of it would
type Json = Record<string, any>;
const api = describeApi({ version: '1.2.3', publicUrl: 'http://127.0.0.1:8620' }) as Json;
const operations = Object.entries(actions as Record<string, Contract>).map(
  ([name, contract]) => [name as ActionName, contract, api.paths[`/api/${name}`]?.post as Json] as const,
);

/** Every schema of the document, with the path to it. */
function* schemas(): Generator<[string, Json]> {
  for (const [name, , operation] of operations) {
    yield [`${name} request`, operation.requestBody.content['application/json'].schema];
    yield [`${name} answer`, operation.responses['200'].content['application/json'].schema];
  }
  yield* Object.entries(api.components.schemas as Json);
}

function* everything(node: unknown): Generator<Json> {
  if (node === null || typeof node !== 'object') return;
  yield node as Json;
  for (const child of Object.values(node)) yield* everything(child);
}

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

/** What JSON Schema 2020-12 does not know or does not allow, in the part of it that we use. */
function* mistakes(schema: Json, path = '#'): Generator<string> {
  const { type, properties = {}, required, enum: values, items, anyOf, allOf, oneOf } = schema;
  if (type !== undefined && ![type].flat().every((one) => TYPES.includes(String(one))))
    yield `${path}: type ${type}`;
  for (const name of (required ?? []) as string[]) {
    if (!Object.hasOwn(properties, name)) yield `${path}: requires ${name}, which it does not describe`;
  }
  if (values !== undefined && (!Array.isArray(values) || values.length === 0)) yield `${path}: empty enum`;
  for (const [name, child] of Object.entries(properties as Json)) yield* mistakes(child, `${path}/${name}`);
  if (items) yield* mistakes(items, `${path}[]`);
  for (const parts of [anyOf, allOf, oneOf]) {
    if (parts !== undefined && !Array.isArray(parts)) yield `${path}: alternatives that are no list`;
    for (const part of (parts ?? []) as Json[]) yield* mistakes(part, path);
  }
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 by the parts that it must have, and no others', () => {
    expect(api.openapi).toMatch(/^3\.1\.\d$/);
    expect(api.info).toMatchObject({ title: expect.any(String), version: '1.2.3' });
    const known = [
      'openapi',
      'info',
      'servers',
      'paths',
      'components',
      'security',
      'tags',
      'externalDocs',
      'webhooks',
      'jsonSchemaDialect',
    ];
    expect(Object.keys(api).filter((key) => !known.includes(key))).toEqual([]);
    expect(JSON.parse(JSON.stringify(api))).toEqual(api);
  });

  test('has every action once, and nothing else', () => {
    expect(Object.keys(api.paths).sort()).toEqual(operations.map(([name]) => `/api/${name}`).sort());
    const ids = operations.map(([, , operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(operations)(
    '%s says what it does, who may, what goes in and what comes out',
    (name, contract, operation) => {
      expect(operation).toMatchObject({
        summary: contract.summary,
        'x-who': ACCESS[name].who,
        'x-effect': contract.effect,
      });
      expect(Object.keys(operation.responses)).toEqual(['200', '4XX', '5XX']);
      for (const response of Object.values(operation.responses as Json)) {
        expect(response).toMatchObject({
          description: expect.any(String),
          content: { 'application/json': { schema: expect.any(Object) } },
        });
      }
      expect(operation.security.some((way: Json) => Object.keys(way).length === 0)).toBe(
        ACCESS[name].who.includes('public'),
      );
      expect(operation.parameters !== undefined).toBe(contract.effect === 'write');
    },
  );

  test('every reference leads somewhere', () => {
    for (const { $ref } of everything(api)) {
      if ($ref === undefined) continue;
      const found = ($ref as string)
        .slice(2)
        .split('/')
        .reduce<Json | undefined>((at, key) => at?.[key], api);
      expect(found, $ref).toBeDefined();
    }
  });

  test.each([...schemas()])('%s is a JSON Schema', (_name, schema) => {
    expect([...mistakes(schema)]).toEqual([]);
  });

  test('days are dates, money is whole fen, and nothing is left unsaid', () => {
    const answer = (name: string) =>
      api.paths[`/api/${name}`].post.responses['200'].content['application/json'].schema;
    const record = answer('get-my-case').properties.data.properties.record.properties;
    expect(record.dueDay).toMatchObject({ type: 'string', format: 'date' });
    expect(record.statement.properties.total).toMatchObject({ type: 'integer' });
    const payment = api.paths['/api/register-payment'].post.requestBody.content['application/json'].schema;
    expect(payment.properties).toMatchObject({
      amount: { type: 'integer' },
      paidDay: { type: 'string', format: 'date' },
    });
    const unsaid = [...everything(api.paths)].filter(({ properties }) =>
      Object.values((properties ?? {}) as Json).some((of) => Object.keys(of).length === 0),
    );
    expect(unsaid).toEqual([]);
  });

  test('every refusal is named', () => {
    expect(api.components.schemas.Refused.properties.refusal.properties.code.enum.sort()).toEqual(
      Object.keys(REFUSALS).sort(),
    );
  });
});
