import { sql } from 'kysely';
import { CLAIM_SENTENCES, isQuarantined } from '../../../shared/cases/tip';
import { showDay } from '../../../shared/day';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { standing, tipsOfClue } from '../tips/clues';
import { errandsOf } from '../tips/errands';
import { lineOf } from '../tips/lines';
import { messagesOf } from '../tips/messages';
import { officersFor } from '../tips/officers';
import { photosOf } from '../tips/photos';
import { openContent, openTip, type TipRow } from '../tips/rows';
import { maybeSameAs } from '../tips/same';
import { watermark } from '../watermark';

export const readTip: Handler<'read-tip'> = async ({ tipId, uncovered }, context) => {
  const row = await openTip(context, tipId);
  const covered = isQuarantined(row.check_result) && !uncovered;
  const content = covered ? null : openContent(context, row);
  const about = await aboutCase(context, row);
  const tips = await tipsOfClue(context, row);
  await context.audit('court', 'read-tip', { tipId, seq: row.seq, opened: !covered });
  return {
    ...lineOf({ ...row, case_number: about.case_number }, context.now),
    covered,
    words: content?.words ?? null,
    place: content?.place ?? null,
    point: content?.point ?? null,
    seen: content ? `${showDay(content.seenDay)} ${content.seenWhen}`.trim() : '',
    whom: content?.whom ?? null,
    bountyNumber: about.number,
    caseId: row.case_id,
    debtorName: about.debtor,
    photos: covered ? [] : await photosOf(context, row),
    messages: covered ? [] : await messagesOf(context, row),
    note: row.note_sealed && context.app.tipVault.open(SEALED.tipWords, row.note_sealed),
    knownBefore: about.known_before ?? false,
    sameClue: tips
      .filter(({ tip_id }) => tip_id !== tipId)
      .map((tip) => ({
        tipId: tip.tip_id,
        number: tip.seq,
        standing: CLAIM_SENTENCES[standing(tip, tips)],
      })),
    maybeSame: await maybeSameAs(context, row, content),
    errands: await errandsOf(context, row),
    falseMarks: await marksOf(context, tipId),
    ...(await standingOfSender(context, row)),
    officers: await officersFor(context, row),
    watermark: watermark(context),
  };
};

interface AboutCase {
  case_number: string | null;
  number: string | null;
  debtor: string | null;
  known_before: boolean | null;
}

async function aboutCase({ tx, courtId }: SignedIn, row: TipRow): Promise<AboutCase> {
  const { rows } = await sql<AboutCase>`
    select c.case_number, b.number, k.known_before,
      (select string_agg(p.name, '、' order by p.party_id) from parties p
        where p.court_id = c.court_id and p.case_id = c.case_id and p.side = 'obligor') as debtor
    from (select 1) as one
    left join cases c on c.court_id = ${courtId} and c.case_id = ${row.case_id}
    left join bounty_notices b on b.court_id = ${courtId} and b.bounty_id = ${row.bounty_id}
    left join clues k on k.court_id = ${courtId} and k.clue_id = ${row.clue_id}`.execute(tx);
  return rows[0]!;
}

async function marksOf({ tx, courtId, caller }: SignedIn, tipId: string) {
  const rows = await tx
    .selectFrom('tip_false_marks as m')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'm.court_id').onRef('a.account_id', '=', 'm.account_id'),
    )
    .select(['m.account_id', 'a.name', 'm.reason', 'm.at'])
    .where('m.court_id', '=', courtId)
    .where('m.tip_id', '=', tipId)
    .orderBy('m.at')
    .execute();
  return rows.map(({ account_id, name, reason, at }) => ({
    by: name,
    at: at.toISOString(),
    reason,
    isMine: account_id === caller.accountId,
  }));
}

async function standingOfSender({ tx, courtId, now }: SignedIn, row: TipRow) {
  const block = await tx
    .selectFrom('tip_blocks')
    .select('block_id')
    .where('court_id', '=', courtId)
    .where('sender_index', '=', row.sender_index)
    .where('until', '>', now)
    .executeTakeFirst();
  return { isBlocked: block !== undefined, hasIdentity: await leftIdentity({ tx, courtId }, row) };
}

/** The desk cannot see the store of identities; a reward that was claimed says that one is there. */
async function leftIdentity(
  { tx, courtId }: Pick<SignedIn, 'tx' | 'courtId'>,
  row: TipRow,
): Promise<boolean> {
  const found = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .where('state', 'in', ['claimed', 'blocked', 'paid'])
    .executeTakeFirst();
  return found !== undefined;
}
