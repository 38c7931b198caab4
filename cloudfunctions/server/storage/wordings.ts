import type { ChannelName } from '../../../shared/reminders/weight';
import { type OwnWordings, wordingKey } from '../../../shared/reminders/wording';
import type { Db, Tx } from './connect';
import { lockCourt } from './ladders';

/** Courts by id, each with its own sentences; a court that has none is missing. */
export type Wordings = ReadonlyMap<string, OwnWordings>;

/** The sentences that these courts put in the place of ours, in one query: of each the version saved last. */
export async function wordingsOf(db: Db | Tx, courtIds: readonly string[]): Promise<Wordings> {
  const wanted = [...new Set(courtIds)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('wordings')
    .distinctOn(['court_id', 'template', 'channel'])
    .select(['court_id', 'template', 'channel', 'version', 'body'])
    .where('court_id', 'in', wanted)
    .orderBy('court_id')
    .orderBy('template')
    .orderBy('channel')
    .orderBy('version', 'desc')
    .execute();
  const own = new Map<string, Map<string, { body: string; version: number }>>();
  for (const { court_id, template, channel, version, body } of rows) {
    const ofCourt = own.get(court_id) ?? new Map();
    // An empty one takes the court's own back: ours holds again.
    if (body !== '') own.set(court_id, ofCourt.set(wordingKey(template, channel), { body, version }));
  }
  return own;
}

export interface SavedWording {
  body: string;
  version: number;
  savedAt: Date;
  savedBy: string;
}

/** A court's own sentences that hold now, by `wordingKey`, with who saved each. */
export async function savedWordingsOf(tx: Tx, courtId: string): Promise<Map<string, SavedWording>> {
  const rows = await tx
    .selectFrom('wordings as w')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.court_id', '=', 'w.court_id').onRef('a.account_id', '=', 'w.saved_by'),
    )
    .distinctOn(['w.template', 'w.channel'])
    .select(['w.template', 'w.channel', 'w.version', 'w.body', 'w.saved_at', 'a.name'])
    .where('w.court_id', '=', courtId)
    .orderBy('w.template')
    .orderBy('w.channel')
    .orderBy('w.version', 'desc')
    .execute();
  return new Map(
    rows
      .filter(({ body }) => body !== '')
      .map(({ template, channel, body, version, saved_at, name }) => [
        wordingKey(template, channel),
        { body, version, savedAt: saved_at, savedBy: name ?? '' },
      ]),
  );
}

export interface NewWording {
  courtId: string;
  template: string;
  channel: ChannelName;
  /** Empty: ours holds again. */
  body: string;
  savedBy: string;
  savedAt: Date;
}

/** Appends a version; earlier ones stay as they were. Returns its number. */
export async function saveWording(tx: Tx, wording: NewWording): Promise<number> {
  await lockCourt(tx, wording.courtId);
  const last = await tx
    .selectFrom('wordings')
    .select((e) => e.fn.max('version').as('version'))
    .where('court_id', '=', wording.courtId)
    .where('template', '=', wording.template)
    .where('channel', '=', wording.channel)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  await tx
    .insertInto('wordings')
    .values({
      court_id: wording.courtId,
      template: wording.template,
      channel: wording.channel,
      version,
      body: wording.body,
      saved_by: wording.savedBy,
      saved_at: wording.savedAt,
    })
    .execute();
  return version;
}
