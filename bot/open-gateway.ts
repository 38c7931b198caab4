import { type Clock, systemClock } from './clock';
import type { Gateway } from './gateways/port';
import type { BotSettings } from './settings';

/** The gateway of the settings; only its own library is loaded. */
export async function openGateway(
  { gateway, pace }: BotSettings,
  clock: Clock = systemClock,
): Promise<Gateway> {
  switch (gateway.name) {
    case 'wechaty': {
      const { hideHome } = await import('./gateways/wechaty/private-folder');
      hideHome();
      const { wechatyGateway } = await import('./gateways/wechaty');
      return wechatyGateway({ ...gateway, ...pace }, clock, showScan);
    }
    case 'wecom': {
      const { wecomGateway } = await import('./gateways/wecom');
      return wecomGateway({ ...gateway, ...pace }, clock);
    }
    case 'webhook': {
      const { webhookGateway } = await import('./gateways/webhook');
      return webhookGateway({ ...gateway, ...pace });
    }
    case 'sandbox': {
      const { sandboxGateway } = await import('./gateways/sandbox');
      return sandboxGateway({ ...gateway, ...pace }, clock);
    }
  }
}

/** Drawn here: the picture logs somebody in, so no other site may see it. */
function showScan(code: string): void {
  void import('qrcode').then(async ({ default: drawing }) => {
    const picture = await drawing.toString(code, { type: 'terminal', small: true });
    process.stderr.write(`Scan this with the bot's account:\n${picture}\n`);
  });
}
