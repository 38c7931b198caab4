import type { App } from '../app';
import { partyAsking, queueAccessCode } from '../code-requests';

const AT_ONCE = 200;

/** Puts the codes that were asked for into the outbox: for whoever matches, and for nobody else. */
export async function answerCodeAsks(app: App): Promise<void> {
  while ((await answerSome(app)) === AT_ONCE);
}

async function answerSome(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const asks = await tx
      .selectFrom('code_asks')
      .selectAll()
      .orderBy('ask')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const ask of asks) {
      const here = { tx, app, courtId: ask.court_id, now: ask.asked_at };
      const party = await partyAsking(here, ask.phone_index, ask.ending_index);
      if (party) await queueAccessCode(here, party);
      await tx
        .deleteFrom('code_asks')
        .where('court_id', '=', ask.court_id)
        .where('ask', '=', ask.ask)
        .execute();
    }
    return asks.length;
  });
}
