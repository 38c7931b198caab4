import { NOTICE_STEPS } from '../../../shared/reminders/steps';
import type { Context } from '../context';

type Here = Pick<Context, 'tx' | 'courtId' | 'now'>;

/** What only says "the day is near": superfluous once the debtor has answered. */
const REMINDERS = NOTICE_STEPS.filter((step) => /^(started|due|before-|after-|instalment-)/.test(step));

/** The debtor's queued reminders stay here; messages of other kinds still go. */
export async function suppressReminders(here: Here, caseId: string, reason: string): Promise<void> {
  await queued(here, reason)
    .where('case_id', '=', caseId)
    .where('audience', '=', 'obligor')
    .where('step', 'in', REMINDERS)
    .execute();
}

/** Nothing more goes to this party until the court has a right number. */
export async function suppressForParty(here: Here, partyId: string, reason: string): Promise<void> {
  await queued(here, reason).where('party_id', '=', partyId).execute();
}

function queued({ tx, courtId, now }: Here, reason: string) {
  return tx
    .updateTable('notices')
    .set({ state: 'suppressed', reason, decided_at: now })
    .where('court_id', '=', courtId)
    .where('state', 'in', ['pending', 'temporary']);
}
