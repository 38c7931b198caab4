/** The chat systems that the bot can speak through; `sandbox` stands in for one where nothing is to leave. */
export const CHAT_GATEWAYS = ['wechaty', 'wecom', 'webhook', 'sandbox'] as const;
export type ChatGateway = (typeof CHAT_GATEWAYS)[number];

/** What the evidence says of a gateway; `frozen` takes calls and answers none, `displaced` lost its place to another. */
export const GATEWAY_STATES = ['up', 'logged-out', 'kicked', 'frozen', 'down', 'displaced'] as const;
export type GatewayState = (typeof GATEWAY_STATES)[number];

/** What became of something that was to be said. Nobody knows of `unknown`, and it is never said again blindly. */
export const SAY_OUTCOMES = ['accepted', 'temporary', 'permanent', 'unknown'] as const;
export type SayOutcome = (typeof SAY_OUTCOMES)[number];

export const CHAT_AUDIENCES = ['liaison', 'obligor', 'obligee', 'staff'] as const;
/** What a person is to the bot: the first of what he is. */
export type ChatAudience = (typeof CHAT_AUDIENCES)[number];

export const HANDOVER_REASONS = ['asked', 'not-understood', 'distress'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

export const CHAT_GATEWAY_WORDS: Record<ChatGateway, string> = {
  wechaty: '微信',
  wecom: '企业微信',
  webhook: '企业微信群',
  sandbox: '演示聊天',
};

export const GATEWAY_STATE_WORDS: Record<GatewayState, string> = {
  up: '正常',
  'logged-out': '已退出登录',
  kicked: '被踢下线',
  frozen: '没有反应',
  down: '连不上',
  displaced: '被另一处连接顶替',
};

export const HANDOVER_REASON_WORDS: Record<HandoverReason, string> = {
  asked: '要求人工',
  'not-understood': '没有听懂',
  distress: '情绪或安全风险',
};
