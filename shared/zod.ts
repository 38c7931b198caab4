import * as zod from 'zod/mini';
import zhCN from 'zod/v4/locales/zh-CN.js';

// WeChat's `Function` constructor returns undefined, so zod must not compile validators at run time.
zod.config({ ...zhCN(), jitless: true });

/** The one configured zod: mini (small bundles), Chinese messages, no run-time code generation. */
export const z = zod;
export type Infer<T extends zod.core.$ZodType> = zod.infer<T>;
