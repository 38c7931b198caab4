import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { ensureTipMay, isKeptOut, openTip, setTipState, type TipRow } from '../tips/rows';

type Input = InputOf<'decide-tip'>;

export const decideTip: Handler<'decide-tip'> = async (input, context) => {
  const row = await openTip(context, input.tipId);
  const note_sealed = input.note ? context.app.tipVault.seal(SEALED.tipWords, input.note) : null;
  if (input.decision === 'refuse') {
    ensureTipMay(row, 'refused');
    await setTipState(context, [row.tip_id], 'refused', { refusal: input.reason!, note_sealed });
  } else {
    ensureTipMay(row, 'accepted');
    await accept(input, context, row, note_sealed);
  }
  const { decision, reason } = input;
  await context.audit('court', 'decide-tip', { seq: row.seq, decision, reason: reason ?? null });
  return { done: true };
};

async function accept(input: Input, context: SignedIn, row: TipRow, note_sealed: string | null) {
  if (input.sameAs === undefined) {
    const clue = await newClue(context, input.caseId!, row, input.knownBefore);
    return setTipState(context, [row.tip_id], 'accepted', { ...clue, refusal: null, note_sealed });
  }
  if (input.sameAs === row.tip_id) throw new Refusal('tip-same-as-itself');
  const other = await openTip(context, input.sameAs);
  if (other.clue_id === null || other.state === 'refused' || other.state === 'false')
    throw new Refusal('tip-not-accepted');
  // It goes on where the clue stands already.
  const { clue_id, case_id, bounty_id } = other;
  await setTipState(context, [row.tip_id], other.state, {
    clue_id,
    case_id,
    bounty_id,
    refusal: null,
    note_sealed,
  });
  if (row.accepted_at === null) await markAccepted(context, row);
}

async function markAccepted({ tx, courtId, now }: SignedIn, row: TipRow): Promise<void> {
  await tx
    .updateTable('tips')
    .set({ accepted_at: now })
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .execute();
}

/** Only of a case whose enforcement was filed: before, nobody is looked for. */
async function newClue(context: SignedIn, caseId: string, row: TipRow, knownBefore: boolean) {
  const { app, tx, courtId, now, caller } = context;
  const found = await tx
    .selectFrom('cases as c')
    .select(['c.status'])
    .where('c.court_id', '=', courtId)
    .where('c.case_id', '=', caseId)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`c.case_id`))))
    .executeTakeFirst();
  if (!found) throw new Refusal('not-found-or-not-yours');
  if (found.status !== 'filed') throw new Refusal('tip-case-not-filed');
  const bountyId = await noticeFor(context, caseId, row);
  if (row.about === 'person' && !(await isPersonSought(context, bountyId)))
    throw new Refusal('tip-person-not-sought');
  const clueId = app.newId('clue');
  await tx
    .insertInto('clues')
    .values({
      court_id: courtId,
      clue_id: clueId,
      case_id: caseId,
      bounty_id: bountyId,
      known_before: knownBefore,
      made_by: caller.accountId,
      made_at: now,
    })
    .execute();
  return { clue_id: clueId, case_id: caseId, bounty_id: bountyId };
}

/** The notice that the tip named, or that was shown when it came: only what was promised then is owed. */
async function noticeFor({ tx, courtId }: SignedIn, caseId: string, row: TipRow): Promise<string | null> {
  const notice = await tx
    .selectFrom('bounty_notices')
    .select('bounty_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('approved_at', '<=', row.received_at)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', row.received_at)]))
    .orderBy('approved_at', 'desc')
    .executeTakeFirst();
  return notice?.bounty_id ?? null;
}

async function isPersonSought({ tx, courtId }: SignedIn, bountyId: string | null): Promise<boolean> {
  if (bountyId === null) return false;
  const { sought } = await tx
    .selectFrom('bounty_notices')
    .select('sought')
    .where('court_id', '=', courtId)
    .where('bounty_id', '=', bountyId)
    .executeTakeFirstOrThrow();
  return sought === 'person';
}
