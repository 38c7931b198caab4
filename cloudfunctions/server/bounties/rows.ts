import type { Selectable } from 'kysely';
import { BOUNTY_STATE_WORDS, type BountyState } from '../../../shared/cases/bounty-notice';
import { dayAt } from '../../../shared/day';
import { bountyDecisionBy } from '../../../shared/law/bounty';
import type { Calendar } from '../../../shared/law/holidays';
import { Refusal } from '../../../shared/refusal';
import type { Context, SignedIn } from '../context';
import type { BountyNoticesTable } from '../storage/tip-tables';

export type BountyRow = Selectable<BountyNoticesTable>;

/** As the creditor and the court read it. */
export function bountyLineOf(row: BountyRow, calendar: Calendar, today: string) {
  const by = bountyDecisionBy(dayAt(row.applied_at), calendar);
  return {
    bountyId: row.bounty_id,
    caseId: row.case_id,
    state: row.state,
    ...promiseLine(row),
    payer: row.payer,
    cover: row.cover_fen,
    sought: row.sought,
    ways: row.ways,
    appliedAt: row.applied_at.toISOString(),
    decideBy: { day: by.day, certain: by.certain },
    isOverdue: row.state === 'applied' && today > by.day,
    number: row.number,
    text: row.text,
    expiresDay: row.expires_day,
    note: row.note,
    ending: row.ending,
  };
}

const promiseLine = (row: BountyRow) => ({
  mode: row.mode,
  shareBp: row.share_bp,
  fixed: row.fixed_fen,
  cap: row.cap_fen,
});

/** What anybody reads: the snapshot of the day of publication, and nothing that is looked up anew. */
export function publicNoticeOf(row: BountyRow, court: { name: string; phone: string }) {
  const shown = row.shown!;
  return {
    number: row.number!,
    courtName: court.name,
    courtPhone: court.phone,
    debtorName: shown.debtorName,
    area: shown.area,
    ...promiseLine(row),
    sought: row.sought,
    text: row.text ?? '',
    publishedDay: dayAt(row.approved_at!),
    expiresDay: row.expires_day!,
  };
}

/** Which case a notice belongs to; what follows is always `openCase`. */
export async function caseOfBounty({ tx, courtId }: SignedIn, bountyId: string): Promise<string> {
  const row = await tx
    .selectFrom('bounty_notices')
    .select('case_id')
    .where('court_id', '=', courtId)
    .where('bounty_id', '=', bountyId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row.case_id;
}

/** Its row, locked, in one of these states. */
export async function lockBounty(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  bountyId: string,
  ...states: BountyState[]
): Promise<BountyRow> {
  const row = await tx
    .selectFrom('bounty_notices')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('bounty_id', '=', bountyId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!states.includes(row.state))
    throw new Refusal('bounty-decided', { state: BOUNTY_STATE_WORDS[row.state] });
  return row;
}

export async function setBounty(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  bountyId: string,
  values: Partial<Omit<BountyRow, 'shown'>> & { shown?: string },
): Promise<void> {
  await tx
    .updateTable('bounty_notices')
    .set(values)
    .where('court_id', '=', courtId)
    .where('bounty_id', '=', bountyId)
    .execute();
}
