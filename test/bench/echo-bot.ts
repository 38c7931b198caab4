import { readFileSync } from 'node:fs';
import { log, WechatyBuilder } from 'wechaty';

/** Plain wechaty, saying back what it hears: what our bot is measured against. */
const [endpoint, token, certFile] = process.argv.slice(2) as [string, string, string];
log.level('silent');
const bot = WechatyBuilder.build({
  puppet: 'wechaty-puppet-service',
  puppetOptions: { endpoint, token, tls: { caCert: readFileSync(certFile, 'utf8') } } as never,
});
bot.on('error', () => {});
bot.on('message', (message) => {
  if (!message.self()) void message.say(message.text()).catch(() => {});
});
await bot.start();
