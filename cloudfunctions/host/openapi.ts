import type { core } from 'zod/mini';
import { type ActionName, actions } from '../../shared/actions';
import type { Contract } from '../../shared/actions/contract';
import { day as dayIn, dayOut, fenOut } from '../../shared/actions/fields';
import { ACCESS } from '../../shared/cases/access';
import { REFUSALS } from '../../shared/refusals';
import { toJSONSchema } from '../../shared/zod';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of every action, made from the contracts and hence never out of date. */
export function describeApi(about: { version: string; publicUrl: string }): Json {
  const paths = (Object.keys(actions) as ActionName[]).map((name) => [
    `/api/${name}`,
    { post: operation(name, actions[name]) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: '执前通 Zhiqian',
      version: about.version,
      description: 'Every action is one POST with a JSON body. `x-who` says who may call it.',
    },
    servers: [{ url: about.publicUrl }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      parameters: { idempotencyKey: IDEMPOTENCY_KEY },
      schemas: { Refused: REFUSED, Faulted: FAULTED },
    },
  };
}

function operation(name: ActionName, { summary, effect, input, output }: Contract): Json {
  const { who } = ACCESS[name];
  return {
    operationId: name,
    summary,
    'x-who': who,
    'x-effect': effect,
    security: who.includes('public') ? [{}, { session: [] }] : [{ session: [] }],
    ...(effect === 'write' ? { parameters: [{ $ref: '#/components/parameters/idempotencyKey' }] } : {}),
    requestBody: { required: true, content: json(schemaOf(input, 'input')) },
    responses: {
      200: {
        description: 'Done.',
        content: json(envelope({ ok: { const: true }, data: schemaOf(output, 'output') })),
      },
      '4XX': { description: 'An expected no, with a sentence for people.', content: json(ref('Refused')) },
      '5XX': { description: 'A fault of ours.', content: json(ref('Faulted')) },
    },
  };
}

const json = (schema: Json) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const envelope = (properties: Json, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const REFUSED = envelope({
  ok: { const: false },
  refusal: envelope(
    {
      code: { type: 'string', enum: Object.keys(REFUSALS) },
      message: { type: 'string', description: 'One plain Chinese sentence that says what to do next.' },
      retryAfter: { type: 'integer', description: 'Seconds after which the same may be tried again.' },
      work: {
        type: 'string',
        description:
          'A task `<bits>.…`: the same call goes again with the header `Proof-Of-Work: <task>:<answer>`, where SHA-256 of that begins with so many zero bits.',
      },
    },
    ['code', 'message'],
  ),
});

const FAULTED = envelope({ ok: { const: false }, fault: envelope({ requestId: { type: 'string' } }) });

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same submission sent again with the same key is answered again, and not done again.',
  schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
};

/** Days and amounts of money are checked by code, which JSON Schema cannot say; what they look like, it can. */
const KNOWN = new Map<unknown, Json>([
  [dayIn, { type: 'string', format: 'date' }],
  [dayOut, { type: 'string', format: 'date' }],
  [fenOut, { type: 'integer', description: 'Fen, 1/100 yuan.' }],
]);

function schemaOf(schema: core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...described } = toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, KNOWN.get(zodSchema));
    },
  }) as Json;
  return described;
}
