import { CASE_STATUSES } from '../cases/case-status';
import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

/** Why a case needs the court, most urgent first. */
export const STUCK_REASONS = [
  'objection-open',
  'hardship-open',
  'payment-disputed',
  'enforcement-applied',
  'task-declined',
  'instalment-missed',
  'delivery-failed',
  'outcome-unknown',
  'payment-waiting',
  'task-silent',
  'person-unreachable',
  'overdue-no-visit',
] as const;

export const getDesk = contract({
  summary: 'The court’s desk: how many cases stand where, and which are stuck, why, since when.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    counts: z.array(z.object({ status: z.enum(CASE_STATUSES), cases: z.int() })),
    unmatchedAddresses: z.int(),
    /** Messages that no carrier could deliver and nobody has called about yet. */
    undelivered: z.int(),
    /** What people ask of what is held about them; overdue past the day that was promised. */
    dataRequests: z.object({ open: z.int(), overdue: z.int() }),
    /** Exports that others asked for and that the caller could grant. */
    exports: z.int(),
    /** Reminders go to nobody but the numbers of the trial. */
    trial: z.boolean(),
    stuck: z.array(
      z.object({
        caseId: id,
        caseNumber: z.string(),
        obligor: z.string(),
        place: z.string(),
        reason: z.enum(STUCK_REASONS),
        words: z.string(),
        since: moment,
        /** What the one click acts on. */
        taskId: z.nullable(id),
        paymentId: z.nullable(id),
        requestId: z.nullable(id),
        partyId: z.nullable(id),
      }),
    ),
    stuckTotal: z.int(),
    lastSweep: z.nullable(z.object({ at: moment, planned: z.int(), delivered: z.int(), failed: z.int() })),
  }),
});
