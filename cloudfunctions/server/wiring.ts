import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { type IdKind, makeId } from '../../shared/ids';
import type { App } from './app';
import { diskAnchors } from './audit-proof/anchors';
import { type TrustedContext, vouchedOpenid } from './auth';
import { carriersFrom } from './channels/from-settings';
import { diskFiles } from './files';
import { openKeyring, openOwnKeyring } from './open-keyring';
import { COURT_COST, createPasswords } from './passwords';
import { createRandom } from './random';
import { LIMITS } from './rate-limits';
import { createVault } from './sensitive';
import { readSettings, type Settings } from './settings';
import { connect } from './storage/connect';
import { contentCheckerFrom } from './tips/content-check';
import { createTokens } from './tokens';

/** The only file that reads the environment and the clock, and picks adapters. */

export const settingsFromEnvironment = (): Settings => readSettings(process.env);

export const systemClock = (): Date => new Date();

const random = createRandom();

/** Builds the app from settings. Nothing is connected and nothing is sent by it. */
export function wire(settings: Settings, options: { now?: () => Date } = {}): App {
  const key = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', settings.masterKey, '', `zhiqian/${purpose}`, 32));
  const vault = createVault(openKeyring(settings.keys, settings.masterKey), settings.keys.cipher);
  const ownVault = (setting: string, text: string) =>
    createVault(openOwnKeyring(setting, text), settings.keys.cipher);
  const tipVault = ownVault('ZHIQIAN_TIP_KEY', settings.tipKeys);
  return {
    db: connect(settings.databaseUrl),
    courtId: settings.courtId,
    now: options.now ?? systemClock,
    wallClock: systemClock,
    random,
    newId: (kind: IdKind) => makeId(kind, random),
    vault,
    tipVault,
    tipsterVault: ownVault('ZHIQIAN_TIPSTER_KEY', settings.tipsterKeys),
    tokens: createTokens(key('tokens')),
    passwords: createPasswords(COURT_COST),
    files: diskFiles({
      folder: join(settings.dataFolder, 'files'),
      key: key('files'),
      vault,
      tipVault,
      publicUrl: settings.publicUrl,
    }),
    anchors: diskAnchors(settings.anchorsFile ?? join(settings.dataFolder, 'audit-anchors.jsonl')),
    channels: carriersFrom(settings.carriers),
    contentChecker: contentCheckerFrom(settings),
    rates: settings.rates,
    limits: LIMITS,
    receipts: settings.receipts,
    alarmWebhook: settings.alarmWebhook,
    publicUrl: settings.publicUrl,
    demo: settings.mode === 'demo',
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  };
}

let current: App | undefined;

/** The app of this process: what the host installed, or, on CloudBase, what the environment says. */
export async function theApp(): Promise<App> {
  current ??= wire(settingsFromEnvironment());
  return current;
}

export function installApp(app: App): void {
  current = app;
}

/** Made only by the host, from the HTTP request's own headers and socket. */
export class HostContext {
  constructor(readonly trusted: TrustedContext) {}
}

/**
 * Identity as the platform vouches for it. Only `parseContext(context)`: the SDK's other readers fall back
 * to process.env and have answered with the previous caller.
 */
export function trustedContext(platformContext: unknown): TrustedContext {
  if (platformContext instanceof HostContext) return platformContext.trusted;
  const parsed = cloudbase.parseContext(platformContext as Parameters<typeof cloudbase.parseContext>[0]);
  const environment = parsed.environment ?? parsed.environ;
  return {
    openid: vouchedOpenid(environment, settingsFromEnvironment().wechatAppId),
    clientAddress: environment?.WX_CLIENTIP ?? '',
  };
}
