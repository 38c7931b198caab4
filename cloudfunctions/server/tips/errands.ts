import type { Selectable } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import type { TipErrandsTable } from '../storage/tip-tables';
import { movingOf, tipsOfClue } from './clues';
import { photoUrl } from './messages';
import type { TipRow } from './rows';

export type ErrandRow = Selectable<TipErrandsTable>;

/** What an officer is told: no more of the tip than he needs, and nothing of who gave it. */
export interface Orders {
  place: string;
  route: string;
  words: string;
  point: { latitude: number; longitude: number } | null;
  debtorName: string | null;
  caseNumber: string | null;
}

export const sealOrders = ({ app }: Pick<SignedIn, 'app'>, orders: Orders): string =>
  app.tipVault.seal(SEALED.tipOrders, JSON.stringify(orders));

export const openOrders = ({ app }: Pick<SignedIn, 'app'>, row: ErrandRow): Orders | null =>
  row.orders_sealed ? JSON.parse(app.tipVault.open(SEALED.tipOrders, row.orders_sealed)) : null;

export const errandTimes = (row: ErrandRow) => ({
  errandId: row.errand_id,
  state: row.state,
  sentAt: row.sent_at.toISOString(),
  takenAt: row.taken_at?.toISOString() ?? null,
  onSiteAt: row.on_site_at?.toISOString() ?? null,
  doneAt: row.done_at?.toISOString() ?? null,
  outcome: row.outcome,
});

/** The caller's own errand, locked; anybody else's is not there. */
export async function openErrand(context: SignedIn, errandId: string): Promise<ErrandRow> {
  const row = await context.tx
    .selectFrom('tip_errands')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where('errand_id', '=', errandId)
    .where('account_id', '=', context.caller.accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

/** What was done about a tip, the latest first. */
export async function errandsOf(context: SignedIn, row: TipRow) {
  const { app, tx, courtId } = context;
  const rows = await tx
    .selectFrom('tip_errands as e')
    .innerJoin('tips as t', (j) =>
      j.onRef('t.court_id', '=', 'e.court_id').onRef('t.tip_id', '=', 'e.tip_id'),
    )
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'e.court_id').onRef('a.account_id', '=', 'e.account_id'),
    )
    .selectAll('e')
    .select('a.name')
    .where('e.court_id', '=', courtId)
    .where((e) => e.or([e('t.tip_id', '=', row.tip_id), e('t.clue_id', '=', row.clue_id)]))
    .orderBy('e.sent_at', 'desc')
    .execute();
  return Promise.all(
    rows.map(async ({ name, ...errand }) => ({
      ...errandTimes(errand),
      officer: name,
      words: errand.note_sealed ? app.tipVault.open(SEALED.tipWords, errand.note_sealed) : '',
      evidence: await evidenceOf(context, errand.errand_id),
    })),
  );
}

export async function evidenceOf(context: SignedIn, errandId: string) {
  const rows = await context.tx
    .selectFrom('tip_evidence')
    .select(['file_id', 'sha256', 'at'])
    .where('court_id', '=', context.courtId)
    .where('errand_id', '=', errandId)
    .orderBy('at')
    .orderBy('file_id')
    .execute();
  return rows.map(({ file_id, sha256, at }) => ({
    fileId: file_id,
    sha256,
    at: at.toISOString(),
    url: photoUrl(context, file_id),
  }));
}

/** The tips that move with an errand: all of its clue. */
export async function tipsOfErrand(context: SignedIn, errand: ErrandRow): Promise<string[]> {
  const row = await context.tx
    .selectFrom('tips')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where('tip_id', '=', errand.tip_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return movingOf(await tipsOfClue(context, row));
}
