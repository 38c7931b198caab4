import { Refusal } from '../../shared/refusal';
import { identify, type TrustedContext } from '../server/auth';
import { type Answer, type Call, describeRefusal, perform } from '../server/perform';
import { takeTurn } from '../server/rate-limits';
import { findAccountByOpenid } from '../server/storage/accounts';
import { theApp, trustedContext } from '../server/wiring';

/** The door of every action. On CloudBase the platform calls it; on one machine the host does. */
export async function main(event: Call, platformContext: unknown): Promise<Answer> {
  try {
    const app = await theApp();
    const context: TrustedContext = trustedContext(platformContext);
    const find = (openid: string) => findAccountByOpenid(app, openid);
    const identity = await identify(context, app.tokens, find, app.wallClock());
    await takeTurn(app, event, identity);
    return await perform(app, event, identity);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, refusal: describeRefusal(error), status: error.status };
  }
}
