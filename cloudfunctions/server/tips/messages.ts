import type { Context } from '../context';
import { SEALED } from '../sensitive';
import type { TipRow } from './rows';

/** Adds to the talk about a tip. The same submission again adds nothing; says whether it was new. */
export async function addMessage(
  { app, tx, courtId, now }: Context,
  row: TipRow,
  from: { side: 'court'; accountId: string } | { side: 'tipster'; once: string },
  words: string,
): Promise<string | null> {
  const messageId = app.newId('message');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tip_messages')
    .values({
      court_id: courtId,
      message_id: messageId,
      tip_id: row.tip_id,
      from_side: from.side,
      account_id: from.side === 'court' ? from.accountId : null,
      once: from.side === 'tipster' ? from.once : null,
      words_sealed: app.tipVault.seal(SEALED.tipWords, words),
      at: now,
    })
    .onConflict((c) => c.columns(['court_id', 'tip_id', 'once']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? messageId : null;
}

/** The talk as both sides read it; who of the court wrote is nobody's name to the tipster. */
export async function messagesOf({ app, tx, courtId, now }: Context, row: TipRow) {
  const rows = await tx
    .selectFrom('tip_messages')
    .select(['message_id', 'from_side', 'words_sealed', 'at'])
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .orderBy('place')
    .execute();
  const photos = await tx
    .selectFrom('tip_photos')
    .select(['file_id', 'message_id'])
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .where('message_id', 'is not', null)
    .execute();
  return rows.map((one) => ({
    from: one.from_side,
    words: app.tipVault.open(SEALED.tipWords, one.words_sealed),
    at: one.at.toISOString(),
    photos: photos
      .filter(({ message_id }) => message_id === one.message_id)
      .map(({ file_id }) => photoUrl({ app, now }, file_id)),
  }));
}

const SHOWN_MS = 10 * 60_000;

/** A picture's address, good for ten minutes. */
export const photoUrl = ({ app, now }: Pick<Context, 'app' | 'now'>, fileId: string): string =>
  app.files.signedUrl(fileId, 'GET', new Date(now.getTime() + SHOWN_MS));
