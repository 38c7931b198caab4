import type { ContentCheck } from '../../../shared/cases/tip';
import { type Answer, post, readJson } from '../channels/http-call';
import { stableTokens } from '../channels/subscribe-token';
import type { Settings } from '../settings';

/** What the platform says of words that a user of its wrote; `null` where nobody knows. */
export interface ContentChecker {
  check(words: string, openid: string): Promise<Extract<ContentCheck, 'pass' | 'review' | 'risky'> | null>;
}

const DEADLINE_MS = 10_000;
/** The platform takes no more at once. */
const MOST_LETTERS = 2_500;
/** 1 is for material, 2 for comments: a tip is read by staff alone, which is nearest to a comment. */
const SCENE = 2;

/**
 * WeChat's msg_sec_check, version 2. It wants the user's openid, active within two hours; it never sees who gave a tip by
 * anything else. Without WeChat's own settings there is no check, and the desk reads 「未经平台检查」.
 */
export function wechatChecker(config: { appId: string; secret: string; baseUrl: string }): ContentChecker {
  const tokens = stableTokens({
    ...config,
    deadlineMs: DEADLINE_MS,
    elapsedMs: () => performance.now(),
  });
  const ask = async (token: string, words: string, openid: string): Promise<Answer> =>
    post({
      url: `${config.baseUrl}/wxa/msg_sec_check?access_token=${encodeURIComponent(token)}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        version: 2,
        scene: SCENE,
        openid,
        content: words.slice(0, MOST_LETTERS),
      }),
      deadlineMs: DEADLINE_MS,
    });
  return {
    async check(words, openid) {
      const first = await tokens.current();
      if ('absent' in first) return null;
      const answer = readAnswer(await ask(first.token, words, openid));
      if (answer !== 'token-refused') return answer;
      const second = await tokens.instead(first.token);
      if ('absent' in second) return null;
      const again = readAnswer(await ask(second.token, words, openid));
      return again === 'token-refused' ? null : again;
    },
  };
}

const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
const SUGGESTS = ['pass', 'review', 'risky'] as const;

function readAnswer(posted: Answer): (typeof SUGGESTS)[number] | 'token-refused' | null {
  if ('absent' in posted) return null;
  const body = readJson(posted.text) as { errcode?: number; result?: { suggest?: string } } | null;
  if (body?.errcode && TOKEN_REFUSED.has(body.errcode)) return 'token-refused';
  if (body?.errcode !== 0) return null;
  return SUGGESTS.find((one) => one === body.result?.suggest) ?? null;
}

/** Only where there is a mini-program of one's own: a demonstration has none. */
export const contentCheckerFrom = ({ mode, carriers: { subscribe } }: Settings): ContentChecker | null =>
  mode === 'production' ? wechatChecker(subscribe) : null;
