import { CASE_STATUSES } from '../cases/case-status';
import { PAYMENT_METHODS, PAYMENT_STATES, PLAN_STATES, REQUEST_KINDS, REQUEST_STATES } from '../cases/stages';
import { z } from '../zod';
import { dayOut, fenOut, id, moment } from './fields';

/** `reading`: of a disputed point, the court's own choice in words. */
const article = z.object({ law: z.string(), article: z.string(), reading: z.optional(z.string()) });

/** What is owed on a day, and what waiting costs. Every figure is an estimate until the court has checked it. */
export const statement = z.object({
  asOf: dayOut,
  costs: fenOut,
  general: fenOut,
  principal: fenOut,
  doubled: fenOut,
  total: fenOut,
  /** What one more day of waiting adds to the doubled part; before the due day, what a day will add after it. */
  dailyDoubled: fenOut,
  /** What an enforcement application would cost on top, saved by performing now; zero once it is filed. */
  executionFee: fenOut,
  confirmedPaid: fenOut,
  /** Of a performed case: what the creditor let go when it was settled. Nothing of it is owed any more. */
  waived: fenOut,
  lines: z.array(
    z.object({
      day: dayOut,
      paid: fenOut,
      delayDays: z.int(),
      toCosts: fenOut,
      toGeneral: fenOut,
      toPrincipal: fenOut,
      toDoubled: fenOut,
      surplus: fenOut,
    }),
  ),
  citations: z.array(article),
});

/** The part of a case that both parties and the court read. */
export const caseRecord = z.object({
  caseId: id,
  taskNumber: z.string(),
  caseNumber: z.string(),
  cause: z.nullable(z.string()),
  courtName: z.string(),
  instrumentType: z.string(),
  effectiveDay: dayOut,
  dueDay: dayOut,
  status: z.enum(CASE_STATUSES),
  statement,
  portions: z.array(z.object({ dueDay: dayOut, amount: fenOut })),
  payments: z.array(
    z.object({
      paymentId: id,
      amount: fenOut,
      paidDay: dayOut,
      method: z.enum(PAYMENT_METHODS),
      state: z.enum(PAYMENT_STATES),
      note: z.string(),
      registeredBy: z.string(),
      registeredAt: moment,
      disputeReason: z.nullable(z.string()),
      fileIds: z.array(id),
    }),
  ),
  plans: z.array(
    z.object({
      planId: id,
      state: z.enum(PLAN_STATES),
      proposedBy: z.string(),
      proposedAt: moment,
      note: z.string(),
      /** `paid`: what confirmed payments have covered, the earliest instalment first. */
      instalments: z.array(z.object({ dueDay: dayOut, amount: fenOut, paid: fenOut })),
    }),
  ),
  requests: z.array(
    z.object({
      requestId: id,
      kind: z.enum(REQUEST_KINDS),
      state: z.enum(REQUEST_STATES),
      text: z.string(),
      at: moment,
      answer: z.nullable(z.string()),
      fileIds: z.array(id),
    }),
  ),
  timeline: z.array(z.object({ at: moment, words: z.string() })),
  certificate: z.nullable(z.object({ number: z.string(), issuedAt: moment })),
  /** Which buttons work now; computed by the same table that the handlers ask. */
  can: z.object({
    startSupervision: z.boolean(),
    withdrawSupervision: z.boolean(),
    registerPayment: z.boolean(),
    decidePayment: z.boolean(),
    proposePlan: z.boolean(),
    decidePlan: z.boolean(),
    object: z.boolean(),
    reportHardship: z.boolean(),
    decideRequest: z.boolean(),
    applyForEnforcement: z.boolean(),
    recordFiling: z.boolean(),
  }),
});
