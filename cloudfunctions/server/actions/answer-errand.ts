import type { InputOf } from '../../../shared/actions';
import {
  ERRAND_STATE_WORDS,
  type ErrandState,
  TIP_CLOCK_MINUTES,
  UNDER_WAY_MINUTES,
} from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { onDuty, ring } from '../rings';
import { SEALED } from '../sensitive';
import { type ErrandRow, openErrand, tipsOfErrand } from '../tips/errands';
import { setTipClock, setTipState } from '../tips/rows';

type Answer = InputOf<'answer-errand'>['answer'];

const TO: Record<Answer, { from: ErrandState[]; to: ErrandState }> = {
  take: { from: ['sent'], to: 'taken' },
  decline: { from: ['sent', 'taken'], to: 'declined' },
  // Whoever is there already need not have said that he goes.
  arrive: { from: ['sent', 'taken'], to: 'on-site' },
};

export const answerErrand: Handler<'answer-errand'> = async ({ errandId, answer, note }, context) => {
  const errand = await openErrand(context, errandId);
  const { from, to } = TO[answer];
  if (!from.includes(errand.state))
    throw new Refusal('errand-state-forbids', { state: ERRAND_STATE_WORDS[errand.state] });
  if (answer === 'decline' && note.trim().length < 2) throw new Refusal('errand-note-needed');
  const minutes = answer === 'take' ? UNDER_WAY_MINUTES : TIP_CLOCK_MINUTES['on-site']!;
  const dueAt = answer === 'decline' ? null : new Date(context.now.getTime() + minutes * 60_000);
  await setErrand(context, errand, to, dueAt, note);
  await moveTips(context, errand, answer, dueAt);
  await context.audit('court', 'answer-errand', { errandId, answer });
  return { done: true };
};

async function setErrand(
  { app, tx, courtId, now }: SignedIn,
  errand: ErrandRow,
  state: ErrandState,
  due_at: Date | null,
  note: string,
): Promise<void> {
  await tx
    .updateTable('tip_errands')
    .set({
      state,
      due_at,
      ...(state === 'taken' ? { taken_at: now } : {}),
      ...(state === 'on-site' ? { on_site_at: now } : {}),
      ...(note ? { note_sealed: app.tipVault.seal(SEALED.tipWords, note) } : {}),
    })
    .where('court_id', '=', courtId)
    .where('errand_id', '=', errand.errand_id)
    .execute();
}

/** A declined one goes back to the desk, and rings there. */
async function moveTips(context: SignedIn, errand: ErrandRow, answer: Answer, dueAt: Date | null) {
  const { tx, courtId, now } = context;
  const tips = await tipsOfErrand(context, errand);
  if (answer === 'take') return setTipClock(context, tips, dueAt);
  await setTipState(context, tips, answer === 'arrive' ? 'on-site' : 'accepted');
  if (answer === 'decline')
    await ring(context, await onDuty(tx, courtId, now), { kind: 'desk', aboutId: errand.errand_id });
}
