import {
  _default,
  array,
  boolean,
  config,
  type core,
  custom,
  discriminatedUnion,
  enum as enumOf,
  type infer as InferOf,
  int,
  iso,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  nullable,
  number,
  object,
  optional,
  overwrite,
  parse,
  pipe,
  record,
  refine,
  regex,
  safeParse,
  strictObject,
  string,
  toLowerCase,
  toUpperCase,
  transform,
  trim,
  uuidv4,
  type ZodMiniType,
} from 'zod/mini';
import zhCN from 'zod/v4/locales/zh-CN.js';

// WeChat's `Function` constructor returns undefined, so zod must not compile validators at run time.
config({ ...zhCN(), jitless: true });

/**
 * The one configured zod: mini (small bundles), Chinese messages, no run-time code generation. Named one by one: the
 * whole of it brings the messages of fifty languages into each cloud function.
 */
export const z = {
  _default,
  array,
  boolean,
  custom,
  discriminatedUnion,
  enum: enumOf,
  int,
  iso,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  nullable,
  number,
  object,
  optional,
  overwrite,
  parse,
  pipe,
  record,
  refine,
  regex,
  safeParse,
  strictObject,
  string,
  toLowerCase,
  toUpperCase,
  transform,
  trim,
  uuidv4,
};
/** For descriptions of the contracts alone, and so beside the others. */
export { toJSONSchema } from 'zod/mini';
export type AnySchema = ZodMiniType;
export type Infer<T extends core.$ZodType> = InferOf<T>;
