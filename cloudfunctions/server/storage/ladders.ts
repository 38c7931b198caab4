import { type Day, day } from '../../../shared/day';
import { type Ladder, ladderOn } from '../../../shared/reminders/ladder';
import { type LadderPolicy, readPolicy } from '../../../shared/reminders/ladder-policy';
import type { Db, Tx } from './connect';

/** Courts by id, each with the ladder that it goes by. */
export type Ladders = ReadonlyMap<string, Ladder>;

/**
 * The ladder of each of these courts on a day, in one query: the version that was saved last of those that are
 * valid by then, or the built-in one. What cannot be read stops no other court's reminders: the built-in one holds.
 */
export async function laddersOf(db: Db | Tx, courtIds: readonly string[], today: Day): Promise<Ladders> {
  const wanted = [...new Set(courtIds)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('ladders')
    .distinctOn('court_id')
    .select(['court_id', 'valid_from', 'ladder'])
    .where('court_id', 'in', wanted)
    .where('valid_from', '<=', today)
    .orderBy('court_id')
    .orderBy('version', 'desc')
    .execute();
  const own = new Map(rows.map((row) => [row.court_id, ladderFrom(row.valid_from, row.ladder)]));
  return new Map(wanted.map((courtId) => [courtId, own.get(courtId) ?? ladderOn(today)]));
}

function ladderFrom(from: Day, stored: unknown): Ladder | undefined {
  const policy = readPolicy(stored);
  return policy && { from, ...policy };
}

export interface LadderVersion {
  version: number;
  validFrom: Day;
  savedAt: Date;
  savedBy: string;
  policy: LadderPolicy | null;
}

/** What a court saved so far, newest first. */
export async function ladderVersionsOf(tx: Tx, courtId: string, most = 20): Promise<LadderVersion[]> {
  const rows = await tx
    .selectFrom('ladders as l')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.court_id', '=', 'l.court_id').onRef('a.account_id', '=', 'l.saved_by'),
    )
    .select(['l.version', 'l.valid_from', 'l.saved_at', 'l.ladder', 'a.name'])
    .where('l.court_id', '=', courtId)
    .orderBy('l.version', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    validFrom: day(row.valid_from),
    savedAt: row.saved_at,
    savedBy: row.name ?? '',
    policy: readPolicy(row.ladder) ?? null,
  }));
}

export interface NewLadder {
  courtId: string;
  validFrom: Day;
  policy: LadderPolicy;
  savedBy: string;
  savedAt: Date;
}

/** Appends a version; earlier ones stay as they were. Returns its number. */
export async function saveLadder(tx: Tx, ladder: NewLadder): Promise<number> {
  await lockCourt(tx, ladder.courtId);
  const last = await tx
    .selectFrom('ladders')
    .select((e) => e.fn.max('version').as('version'))
    .where('court_id', '=', ladder.courtId)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  await tx
    .insertInto('ladders')
    .values({
      court_id: ladder.courtId,
      version,
      valid_from: ladder.validFrom,
      ladder: JSON.stringify(ladder.policy),
      saved_by: ladder.savedBy,
      saved_at: ladder.savedAt,
    })
    .execute();
  return version;
}

/** Two people who save at once take turns. */
export const lockCourt = (tx: Tx, courtId: string) =>
  tx
    .selectFrom('courts')
    .select('court_id')
    .where('court_id', '=', courtId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
