import { PAYMENT_METHODS, TASK_STATES } from '../cases/stages';
import { z } from '../zod';
import { caseRecord } from './case-record';
import { contract } from './contract';
import { id, moment } from './fields';
import { caseLine } from './list-cases';

export const getCase = contract({
  summary:
    'One case as the court sees it: parties, statement, tasks, visits, notices, timeline, what is allowed.',
  effect: 'write',
  input: z.object({ caseId: id }),
  output: z.object({
    line: caseLine,
    record: caseRecord,
    parties: z.array(
      z.object({
        partyId: id,
        side: z.enum(['obligor', 'obligee']),
        name: z.string(),
        idNumberMasked: z.nullable(z.string()),
        phoneMasked: z.nullable(z.string()),
        addressMasked: z.nullable(z.string()),
        village: z.nullable(z.string()),
        contactState: z.enum(['ok', 'no-phone', 'wrong-number', 'opted-out']),
        bound: z.boolean(),
      }),
    ),
    tasks: z.array(
      z.object({
        taskId: id,
        assignee: z.string(),
        role: z.enum(['village-liaison', 'town-liaison', 'officer']),
        state: z.enum(TASK_STATES),
        since: moment,
        acknowledgedAt: z.nullable(moment),
        declineReason: z.nullable(z.string()),
      }),
    ),
    visits: z.array(
      z.object({
        visitedAt: moment,
        by: z.string(),
        outcome: z.string(),
        note: z.string(),
        fileIds: z.array(id),
      }),
    ),
    notices: z.array(
      z.object({
        noticeId: id,
        /** A masked name. */
        to: z.string(),
        role: z.string(),
        channel: z.enum(['sms', 'subscribe', 'chat']),
        step: z.string(),
        state: z.string(),
        reason: z.nullable(z.string()),
        /** When it left; before that, when its fate was decided or it was queued. */
        at: moment,
        /** When it will be tried, where it still waits. */
        nextAt: z.nullable(moment),
        /** The case whose message told of this one too. */
        toldWith: z.nullable(z.string()),
        template: z.nullable(z.string()),
        /** 0 is ours. */
        version: z.nullable(z.int()),
        openedAt: z.nullable(moment),
        acknowledgedAt: z.nullable(moment),
      }),
    ),
    methods: z.array(z.enum(PAYMENT_METHODS)),
  }),
});
