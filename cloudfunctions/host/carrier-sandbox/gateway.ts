import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { GatewaySmsConfig } from '../../server/channels/sms-gateway';
import type { Backstage } from './backstage';
import { answerBy } from './faults';

export interface GatewayAccount {
  key: string;
}

interface Submit {
  mobile?: string;
  content?: string;
  ref?: string;
}

/** A 12368 gateway as a court might have it: one address, a key, the whole text, a code in the answer. */
export function gatewayDoor(account: GatewayAccount, stage: Backstage) {
  return new Hono<{ Bindings: HttpBindings }>().post('/gateway/sms', async (c) => {
    if (c.req.header('authorization') !== `Bearer ${account.key}`) return c.json({ code: 'E401' }, 401);
    const request = (await c.req.json().catch(() => ({}))) as Submit;
    const rule = stage.faults.take('sms', request.mobile);
    const [to, reference] = [request.mobile ?? '', request.ref];
    stage.heard({ carrier: 'sms', to, reference, fault: rule?.fault, line: c.env.outgoing });
    return answerBy(c, rule, stage.closing, (fault) =>
      fault && 'code' in fault ? { code: String(fault.code) } : submit(stage, request),
    );
  });
}

function submit(stage: Backstage, { mobile = '', content = '', ref }: Submit): object {
  const signature = /^【(.+?)】/.exec(content)?.[1];
  if (!/^1\d{10}$/.test(mobile)) return { code: 'E10' };
  if (!signature) return { code: 'E20' };
  if (stage.arrivals.hasJustSeen(mobile, content)) return { code: 'E30' };
  const reference = ref ? { reference: ref } : {};
  stage.arrivals.add({
    carrier: 'sms',
    to: mobile,
    ...reference,
    signature,
    template: '',
    text: content,
    fields: {},
  });
  return { code: '0', data: { msgId: stage.nextSerial() } };
}

/** How an operator would describe this gateway to us. */
export function gatewayConfig(url: string, account: GatewayAccount): GatewaySmsConfig {
  return {
    url: `${url}/gateway/sms`,
    headers: { authorization: `Bearer ${account.key}` },
    bodyTemplate: '{"mobile":"{{to}}","content":"{{text}}","ref":"{{noticeId}}"}',
    receipts: {
      codePath: 'code',
      serialPath: 'data.msgId',
      meanings: {
        0: { outcome: 'accepted' },
        E10: { outcome: 'permanent', reason: 'number-invalid' },
        E11: { outcome: 'opted-out', reason: 'number-blocked' },
        E20: { outcome: 'permanent', reason: 'signature' },
        E30: { outcome: 'temporary', reason: 'number-limit', retryAfterSeconds: 30 },
        E401: { outcome: 'temporary', reason: 'credentials', retryAfterSeconds: 3600 },
      },
    },
  };
}
