import { config, type core, type infer as InferOf } from 'zod/mini';
import zhCN from 'zod/v4/locales/zh-CN.js';

// WeChat's `Function` constructor returns undefined, so zod must not compile validators at run time.
config({ ...zhCN(), jitless: true });

/** The one configured zod: mini (small bundles), Chinese messages, no run-time code generation. */
export * as z from 'zod/mini';
export type Infer<T extends core.$ZodType> = InferOf<T>;
