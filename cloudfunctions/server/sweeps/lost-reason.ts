import { caseCan, isUnderSupervision } from '../../../shared/cases/case-status';
import type { Day } from '../../../shared/day';
import { isRung, type Ladder } from '../../../shared/reminders/ladder';
import { staffStandsOn, standsOn } from '../../../shared/reminders/plan';
import type { Envelope } from './envelopes';

/** Why a message that was queued is not sent any more; null when it still is. */
export function lostReason(envelope: Envelope, today: Day, ladder?: Ladder): string | null {
  return recipientGone(envelope) ?? matterGone(envelope, today, ladder);
}

function recipientGone({ channel, contactState, isDisabled, isOptedOut }: Envelope): string | null {
  if (isDisabled) return 'account-disabled';
  if (channel === 'sms' && isOptedOut) return 'opted-out';
  // Without a number it is not the reason that went away: that ends as undeliverable, and the desk shows it.
  return channel === 'sms' && contactState !== 'ok' && contactState !== 'no-phone' ? contactState : null;
}

function matterGone(envelope: Envelope, today: Day, ladder?: Ladder): string | null {
  const { step, status, isTaskOpen } = envelope;
  if (isRung(step) && !holdsRung(envelope, today, ladder)) {
    return caseCan('remind', status) ? 'overtaken' : `case-${status}`;
  }
  if (step === 'started') return isUnderSupervision(status) ? null : `case-${status}`;
  if (step.startsWith('task-') || step === 'visit-idle') return isTaskOpen ? null : 'task-answered';
  return null;
}

/** Not when the case was paid, paused or agreed otherwise, or when a later rung has overtaken this one. */
function holdsRung(
  { isFresh, status, snapshot, audience, step, stepDay }: Envelope,
  today: Day,
  ladder?: Ladder,
): boolean {
  if (isFresh && caseCan('remind', status)) return true;
  if (!snapshot) return false;
  const rungs =
    audience === 'obligor' || audience === 'obligee'
      ? [standsOn(snapshot, audience, today, ladder)]
      : staffStandsOn(snapshot, audience, today, ladder);
  return rungs.some((rung) => rung?.step === step && rung.stepDay === stepDay);
}
