import type { RevealField, RevealReason } from '../../shared/cases/reveal';
import type { SignedIn } from './context';
import type { PartyRow } from './parties';

interface Reveal {
  field: RevealField;
  reason: RevealReason;
  /** Empty where the reason says it all. */
  words: string;
  taskId?: string;
}

/** One opened field, one line of the audit. Words may name somebody: they stay where they can be erased. */
export async function recordReveal(context: SignedIn, party: PartyRow, reveal: Reveal): Promise<void> {
  const { app, tx, courtId, caller, now } = context;
  const { case_id, party_id } = party;
  const { field, reason, words, taskId } = reveal;
  const revealId = app.newId('reveal');
  await tx
    .insertInto('reveals')
    .values({
      court_id: courtId,
      reveal_id: revealId,
      case_id,
      party_id,
      account_id: caller.accountId,
      field,
      reason,
      words: words || null,
      at: now,
    })
    .execute();
  await context.audit(case_id, context.action, {
    revealId,
    partyId: party_id,
    field,
    reason,
    ...(taskId ? { taskId } : {}),
  });
}
